// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/twinview.h"

#include "models/domain/face.h"
#include "models/domain/whendone.h"
#include "ui/details/decisionmaker.h"
#include "ui/widgets/emptystate.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// "SL-17, made on 7 Oct 2026 at 09:26"
QString twinText(const Record &record)
{
    const QLatin1StringView attribute = resourceType(record.kind).creationDateAttribute;
    const QDateTime made = json::toDateTime(record.base.value(attribute)).toLocalTime();
    if (!made.isValid())
        return record.serverId;
    const QLocale locale;
    return TwinView::tr("%1, made on %2 at %3")
        .arg(record.serverId, locale.toString(made.date(), u"d MMM yyyy"_s),
             locale.toString(made.time(), u"HH:mm:ss"_s));
}

} // namespace

TwinView::TwinView(Context &context, DecisionMaker &decisions, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_question(new EmptyState(this))
    , m_keep(m_question->addButton(tr("Keep both")))
    , m_delete(m_question->addButton(tr("Delete the second"), u"danger"_s))
{
    setAccessibleName(tr("On the server twice"));
    m_keep->setObjectName(u"keepTwin"_s);
    m_delete->setObjectName(u"deleteTwin"_s);
    for (QPushButton *button : {m_keep, m_delete})
        button->setAccessibleName(button->text());
    connect(m_keep, &QPushButton::clicked, this,
            [&decisions, this] { decisions.keepTwin(m_kind, m_localId); });
    connect(m_delete, &QPushButton::clicked, this,
            [&decisions, this] { decisions.deleteTwin(m_kind, m_localId); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_question);
    setVisible(false);
}

void TwinView::show(const PendingChange &twin)
{
    m_kind = twin.kind;
    m_localId = twin.localId;
    const auto read = [this](const QString &id, const std::function<void(const Record &)> &then) {
        whenDone(m_context.queries.record(m_kind, id), this,
                 [=, this, asked = m_localId](const Result<Record> &record) {
                     if (asked != m_localId)
                         return;
                     if (record)
                         then(*record);
                     else
                         Q_EMIT failed(record.error());
                 });
    };
    read(twin.twinOf, [=, this](const Record &original) {
        read(m_localId, [=, this](const Record &second) { say(original, second); });
    });
}

void TwinView::say(const Record &original, const Record &second)
{
    const QString name = nameOf(second.kind, second.local);
    m_question->say(u"copy"_s,
                    name.isEmpty() ? tr("The server has this one twice")
                                   : tr("The server has “%1” twice").arg(name),
                    tr("Both came from one creation here, which arrived there two times.\n"
                       "The first stays, with all that was changed here in either: %1.\n"
                       "The second can go: %2.")
                        .arg(twinText(original), twinText(second)));
    setVisible(true);
}

void TwinView::leave()
{
    m_localId.clear();
    setVisible(false);
}

QWidget *TwinView::focusPart() const
{
    return m_keep;
}

} // namespace salesbench
