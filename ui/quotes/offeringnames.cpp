// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/offeringnames.h"

#include "models/domain/whendone.h"

#include <QCompleter>
#include <QLineEdit>

namespace salesbench {

namespace {

constexpr int MostOfferings = 200;

} // namespace

OfferingNames::OfferingNames(WorkspaceQueries &queries, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
{
}

void OfferingNames::refresh()
{
    for (const ResourceType &type : resourceTypes()) {
        whenDone(m_queries.values(type.kind, Field::Offering, MostOfferings), this,
                 [this](const Result<QVector<FieldValue>> &answer) {
                     take(answer.value_or(QVector<FieldValue>()));
                 });
    }
}

void OfferingNames::take(const QVector<FieldValue> &values)
{
    QStringList names = m_names.stringList();
    for (const FieldValue &value : values) {
        if (!value.value.isEmpty() && !names.contains(value.value))
            names.append(value.value);
    }
    m_names.setStringList(names);
}

void OfferingNames::suggestIn(QLineEdit *input)
{
    auto *completer = new QCompleter(&m_names, input);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    input->setCompleter(completer);
}

} // namespace salesbench
