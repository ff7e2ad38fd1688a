// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/script.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

constexpr qsizetype MostDocuments = 12;

bool isAlive(const Made &made)
{
    return !made.isDeleted && !made.isGone;
}

/// Deleting what another document was made from is not what a round is about.
bool isOrigin(const Made &made, const QVector<Made> &known)
{
    return std::any_of(known.begin(), known.end(),
                       [&](const Made &other) { return other.origin == made.localId; });
}

QJsonObject documentOf(const Made &made)
{
    QJsonObject document{{"id"_L1, made.localId}, {"name"_L1, made.name}};
    if (!made.origin.isEmpty())
        document.insert("salesLead"_L1, QJsonArray{QJsonObject{{"id"_L1, made.origin}}});
    return document;
}

} // namespace

QByteArray toLine(const Deed &deed)
{
    static constexpr const char *Names[]{"create", "update", "delete"};
    QJsonObject line{{"op"_L1, QLatin1StringView(Names[static_cast<int>(deed.op)])},
                     {"resource"_L1, QString(resourceType(deed.made.kind).name)}};
    if (deed.op == Edit::Op::Create)
        line.insert("document"_L1, documentOf(deed.made));
    else
        line.insert("id"_L1, deed.made.localId);
    if (deed.op == Edit::Op::Update)
        line.insert("patch"_L1, QJsonObject{{deed.attribute, deed.value}});
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

const QStringList &Script::attributes()
{
    static const QStringList all{u"description"_s, u"rating"_s};
    return all;
}

QVector<Deed> Script::write(int count)
{
    QVector<Made> known = m_made;
    QVector<Deed> deeds;
    while (deeds.size() < count) {
        deeds.append(next(known));
        apply(deeds.last(), known);
    }
    return deeds;
}

Deed Script::next(const QVector<Made> &known)
{
    QVector<Made> alive = known;
    alive.removeIf([](const Made &made) { return !isAlive(made); });
    if (alive.isEmpty() || (known.size() < MostDocuments && m_dice.chance(35)))
        return creation(alive);
    const Made &made = m_dice.pick(alive);
    if (m_dice.chance(3) && !isOrigin(made, known))
        return {.op = Edit::Op::Delete, .made = made, .attribute = {}, .value = {}};
    const QString attribute = m_dice.pick(attributes());
    return {.op = Edit::Op::Update, .made = made, .attribute = attribute, .value = fresh(attribute)};
}

Deed Script::creation(const QVector<Made> &known)
{
    Made made{.localId = m_dice.uuid(), .name = {}, .origin = {}, .values = {}};
    const Made origin = known.isEmpty() ? Made() : m_dice.pick(known);
    if (origin.kind == ResourceKind::SalesLead && !origin.name.isEmpty() && m_dice.chance(40)) {
        made.kind = ResourceKind::SalesOpportunity;
        made.origin = origin.localId;
    }
    made.name = fresh(made.kind == ResourceKind::SalesLead ? u"lead"_s : u"opportunity"_s) + u'.';
    return {.op = Edit::Op::Create, .made = made, .attribute = {}, .value = {}};
}

void Script::accept(const Deed &deed)
{
    apply(deed, m_made);
}

void Script::apply(const Deed &deed, QVector<Made> &known)
{
    if (deed.op == Edit::Op::Create) {
        known.append(deed.made);
        return;
    }
    const auto made = std::find_if(known.begin(), known.end(),
                                   [&](const Made &other) { return other.localId == deed.made.localId; });
    if (deed.op == Edit::Op::Delete)
        made->isDeleted = true;
    else
        made->values.insert(deed.attribute, deed.value);
}

} // namespace salesbench::faults
