// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/decisionmaker.h"

#include "models/domain/conflict.h"
#include "models/domain/whendone.h"
#include "ui/details/parttext.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int MostNamedLines = 8;

QString recordName(const Record &record)
{
    const QString name = nameOf(record.kind, record.local);
    return name.isEmpty() ? DecisionMaker::tr("without a name") : name;
}

/// The first few, and how many there are beside them.
QString firstLines(const QStringList &lines)
{
    QStringList shown = lines.mid(0, MostNamedLines);
    if (lines.size() > MostNamedLines)
        shown.append(DecisionMaker::tr("and %1 more").arg(lines.size() - MostNamedLines));
    return shown.join(u'\n');
}

QString lossText(const Record &record)
{
    const QString name = recordName(record);
    if (isGoneThere(record))
        return DecisionMaker::tr("The server has deleted “%1”. It goes from this computer too, with everything "
                                 "that was changed here.")
            .arg(name);
    if (record.base.isEmpty())
        return DecisionMaker::tr("“%1” was made here and is not known to be on the server. It goes altogether.")
            .arg(name);
    if (record.deleted)
        return DecisionMaker::tr("“%1” was deleted here, and comes back as the server has it.").arg(name);
    return DecisionMaker::tr("“%1” becomes what the server has. This is lost:").arg(name) + u'\n'
        + firstLines(unsentTexts(record));
}

QString referrersText(const QVector<Referrer> &referrers)
{
    if (referrers.isEmpty())
        return {};
    QStringList names;
    for (const Referrer &referrer : referrers)
        names.append(u"“%1”"_s.arg(referrer.name));
    return u"\n\n"_s + DecisionMaker::tr("These name it, and lose the link:") + u'\n' + firstLines(names);
}

} // namespace

DecisionMaker::DecisionMaker(Context &context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
}

template<typename Deed>
void DecisionMaker::withRecord(ResourceKind kind, const QString &id, Deed deed)
{
    whenDone(m_context.queries.record(kind, id), this, [this, deed](const Result<Record> &record) {
        if (record)
            deed(*record);
        else
            Q_EMIT failed(record.error());
    });
}

void DecisionMaker::retry(ResourceKind kind, const QString &id)
{
    withRecord(kind, id, [this](const Record &record) {
        decide(Decision::What::Retry, record, tr("Try “%1” again").arg(recordName(record)));
    });
}

void DecisionMaker::recreate(ResourceKind kind, const QString &id)
{
    withRecord(kind, id, [this](const Record &record) {
        decide(Decision::What::Recreate, record, tr("Create “%1” anew").arg(recordName(record)));
    });
}

void DecisionMaker::deleteTwin(ResourceKind kind, const QString &id)
{
    withRecord(kind, id, [this](const Record &record) {
        decide(Decision::What::DeleteTwin, record, tr("Delete the second “%1”").arg(recordName(record)));
    });
}

void DecisionMaker::keepTwin(ResourceKind kind, const QString &id)
{
    withRecord(kind, id, [this](const Record &record) {
        decide(Decision::What::KeepTwin, record, tr("Keep “%1” twice").arg(recordName(record)));
    });
}

void DecisionMaker::settle(const Record &seen, const QJsonObject &result)
{
    decide(Decision::What::Settle, seen, tr("Settle the conflict over “%1”").arg(recordName(seen)), result);
}

void DecisionMaker::discard(ResourceKind kind, const QString &id)
{
    withRecord(kind, id, [this](const Record &record) {
        if (!record.base.isEmpty()) {
            askToDiscard(record, {});
            return;
        }
        whenDone(m_context.queries.referrers(record.localId, MostNamedLines + 1), this,
                 [this, record](const Result<QVector<Referrer>> &referrers) {
                     if (referrers)
                         askToDiscard(record, *referrers);
                     else
                         Q_EMIT failed(referrers.error());
                 });
    });
}

void DecisionMaker::askToDiscard(const Record &record, const QVector<Referrer> &referrers)
{
    const QString text = lossText(record) + referrersText(referrers);
    if (m_context.dialogs.confirm(m_window, tr("Discard what was not sent?"), text, tr("Discard")))
        decide(Decision::What::Discard, record, tr("Discard changes to “%1”").arg(recordName(record)));
}

void DecisionMaker::decide(Decision::What what, const Record &seen, const QString &title,
                           const QJsonObject &result)
{
    whenDone(m_context.edits.decide({what, title, seen, result}), this,
             [this, kind = seen.kind, id = seen.localId](const Result<void> &answer) {
                 if (answer)
                     Q_EMIT done(kind, id);
                 else
                     Q_EMIT failed(answer.error());
             });
}

} // namespace salesbench
