// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/parse.h"

namespace salesbench::testing {

/// A quote with a bundle, discounts of several kinds and a line without a recurring price.
inline QJsonObject depotQuote()
{
    return parse(R"({
    'id': 'SQ-2026-0188', 'description': 'Depot network, Nordhavn Logistics', 'version': '2', 'state': 'inProgress',
    'quoteDate': '2026-09-23T09:00:00.000Z',
    'validFor': {'startDateTime': '2026-09-23T09:00:00.000Z', 'endDateTime': '2026-12-23T09:00:00.000Z'},
    'relatedParty': [
        {'id': 'org-1', 'name': 'Nordhavn Logistics', 'role': 'customer', '@referredType': 'Organization'},
        {'id': 'p1', 'name': 'Mara Lindqvist', 'role': 'salesRepresentative', '@referredType': 'Individual'}],
    'quoteItem': [
        {'id': '1', 'productOffering': {'id': 'PO-1', 'name': 'Managed SD-WAN, 14 sites'}, 'quoteItem': [
            {'id': '1a', 'quantity': 14, 'productOffering': {'id': 'PO-2', 'name': 'SD-WAN edge device'},
             'quoteItemPrice': [{'priceType': 'oneTime', 'price': {'taxRate': 19,
                'dutyFreeAmount': {'unit': 'EUR', 'value': 390}}}]},
            {'id': '1b', 'quantity': 14, 'productOffering': {'id': 'PO-3', 'name': 'SD-WAN licence, standard'},
             'quoteItemPrice': [{'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
                'dutyFreeAmount': {'unit': 'EUR', 'value': 89}}, 'priceAlteration': [{'price': {'percentage': 10}}]}]},
            {'id': '1c', 'quantity': 1, 'productOffering': {'id': 'PO-4', 'name': 'Controller, shared'},
             'quoteItemPrice': [{'priceType': 'oneTime', 'price': {'taxRate': 19,
                'dutyFreeAmount': {'unit': 'EUR', 'value': 1200}}},
                {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
                'dutyFreeAmount': {'unit': 'EUR', 'value': 240}}}]}]},
        {'id': '2', 'quantity': 14, 'productOffering': {'id': 'PO-5', 'name': 'Fibre 1 Gb/s access'},
         'quoteItemPrice': [{'priceType': 'oneTime', 'price': {'taxRate': 19,
            'dutyFreeAmount': {'unit': 'EUR', 'value': 250}}},
            {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
            'dutyFreeAmount': {'unit': 'EUR', 'value': 179}}, 'priceAlteration': [{'price': {'percentage': 20},
            'applicationDuration': 6}]}]},
        {'id': '3', 'quantity': 14, 'productOffering': {'id': 'PO-6', 'name': '5G business line, backup'},
         'quoteItemPrice': [{'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
            'dutyFreeAmount': {'unit': 'EUR', 'value': 39}}, 'priceAlteration': [{'price': {'percentage': 10}}]}]},
        {'id': '4', 'quantity': 1, 'productOffering': {'id': 'PO-7', 'name': 'IoT SIM bundle, 500 SIMs'},
         'quoteItemPrice': [{'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
            'dutyFreeAmount': {'unit': 'EUR', 'value': 425}}}]},
        {'id': '5', 'quantity': 1, 'productOffering': {'id': 'PO-8', 'name': 'Private 5G site survey'},
         'quoteItemPrice': [{'priceType': 'oneTime', 'price': {'taxRate': 19,
            'dutyFreeAmount': {'unit': 'EUR', 'value': 4800}}, 'priceAlteration': [{'price': {'percentage': 50}}]}]}]})");
}

} // namespace salesbench::testing
