// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/quotelinesmodel.h"

#include "models/domain/whendone.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>

namespace salesbench::testing {

using namespace Qt::StringLiterals;

inline constexpr auto DepotDocument = R"({
    'description': 'Depot network', 'state': 'inProgress', 'x-own': 7, 'quoteItem': [
        {'id': 'b', 'x-rack': 4, 'productOffering': {'id': 'PO-1', 'name': 'Managed SD-WAN'}, 'quoteItem': [
            {'id': 'b1', 'quantity': 14, 'productOffering': {'id': 'PO-2', 'name': 'Edge device'}, 'quoteItemPrice': [
                {'priceType': 'oneTime', 'price': {'taxRate': 19, 'dutyFreeAmount': {'unit': 'EUR', 'value': 390}}}]},
            {'id': 'b2', 'quantity': 14, 'productOffering': {'id': 'PO-3', 'name': 'Licence'}, 'quoteItemPrice': [
                {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
                 'dutyFreeAmount': {'unit': 'EUR', 'value': 89}}, 'priceAlteration': [{'price': {'percentage': 10}}]}]}]},
        {'id': 'f', 'quantity': 2, 'productOffering': {'id': 'PO-4', 'name': 'Fibre'}, 'quoteItemPrice': [
            {'priceType': 'oneTime', 'price': {'taxRate': 19, 'dutyFreeAmount': {'unit': 'EUR', 'value': 250}}},
            {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
             'dutyFreeAmount': {'unit': 'EUR', 'value': 179}}}]}]})";

/// The lines of one quote in memory.
class QuoteLinesRoom : public QObject {
protected:
    void begin()
    {
        workspace = std::make_unique<FakeWorkspace>();
        id = workspace->add(ResourceKind::Quote, parse(DepotDocument));
        model = std::make_unique<QuoteLinesModel>(workspace->queries(), workspace->edits(),
                                                  workspace->surroundings());
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        failures = std::make_unique<QSignalSpy>(model.get(), &QuoteLinesModel::failed);
        connect(&workspace->queries(), &WorkspaceQueries::changed, model.get(), [this] { load(); });
        connect(model.get(), &QuoteLinesModel::readAgain, model.get(), [this] { load(); });
        load();
        QTRY_COMPARE(model->rowCount(), 2);
    }

    void end()
    {
        tester.reset();
        model.reset();
    }

    std::unique_ptr<FakeWorkspace> workspace;
    std::unique_ptr<QuoteLinesModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<QSignalSpy> failures;
    QString id;

    /// What a page does: read the quote and hand it over.
    void load()
    {
        whenDone(workspace->queries().record(ResourceKind::Quote, id), model.get(),
                 [this](const Result<Record> &quote) {
                     if (quote)
                         model->setRecord(*quote);
                 });
    }

    /// Answers come in the order of the questions: what was asked before this has been answered after it.
    void waitForAnswers()
    {
        bool isAnswered = false;
        whenDone(workspace->queries().record(ResourceKind::Quote, id), model.get(),
                 [&isAnswered](const Result<Record> &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
    }

    Quote kept() const { return Quote(workspace->find(ResourceKind::Quote, id).local); }
    QJsonObject document() const { return workspace->find(ResourceKind::Quote, id).local; }
    QModelIndex cell(const QString &key, LineColumn column) const { return model->find(key, column); }
    QString text(const QString &key, LineColumn column) const { return cell(key, column).data().toString(); }
    bool type(const QString &key, LineColumn column, const QString &text)
    {
        return model->setData(cell(key, column), text);
    }
    QString lastProblem() const { return failures->last().first().value<Problem>().sentence; }

    QStringList keys(const QModelIndex &parent = {}) const
    {
        QStringList result;
        for (int row = 0; row < model->rowCount(parent); ++row)
            result.append(model->index(row, 0, parent).data(QuoteLinesModel::LineKeyRole).toString());
        return result;
    }
};

} // namespace salesbench::testing
