// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/demo/democatalogue.h"

using namespace Qt::StringLiterals;

namespace salesbench::demo {

const QVector<Offering> &offerings()
{
    static const QVector<Offering> all{
        {u"PO-1010"_s, u"SD-WAN"_s, u"Managed networks"_s, u"PS-101"_s, u"Managed SD-WAN edge"_s, 49000, 18900,
         u"depots"_s, {u"SD-WAN"_s, u"Branch SD-WAN"_s, u"WAN renewal"_s}},
        {u"PO-1020"_s, u"Fibre 1 Gb/s"_s, u"Connectivity"_s, u"PS-102"_s, u"Symmetric business fibre"_s, 120000, 39900,
         u"offices"_s, {u"Fibre upgrade"_s, u"Campus fibre"_s, u"Headquarters fibre"_s}},
        {u"PO-1021"_s, u"Fibre 10 Gb/s"_s, u"Connectivity"_s, u"PS-102"_s, u"Symmetric business fibre"_s, 350000,
         129000, u"data rooms"_s, {u"10G backbone"_s, u"Data centre link"_s}},
        {u"PO-1030"_s, u"5G business line"_s, u"Mobile"_s, u"PS-103"_s, u"5G fixed wireless line"_s, 9900, 5900,
         u"stores"_s, {u"5G failover"_s, u"Store backup lines"_s, u"Pop-up site lines"_s}},
        {u"PO-1040"_s, u"Private 5G"_s, u"Mobile"_s, u"PS-104"_s, u"Campus 5G network"_s, 4800000, 690000,
         u"plants"_s, {u"Factory 5G"_s, u"Private 5G pilot"_s, u"Yard coverage"_s}},
        {u"PO-1050"_s, u"IoT SIM bundle"_s, u"Internet of things"_s, u"PS-105"_s, u"Pooled IoT SIMs"_s, 500, 190,
         u"trackers"_s, {u"Tracker SIMs"_s, u"Meter telemetry"_s, u"Cold-chain sensors"_s}},
        {u"PO-1060"_s, u"Cloud telephony"_s, u"Voice"_s, u"PS-106"_s, u"Hosted telephony seat"_s, 2900, 1490,
         u"seats"_s, {u"Telephony move"_s, u"Contact centre seats"_s, u"Cloud telephony"_s}},
        {u"PO-1070"_s, u"Managed firewall"_s, u"Security"_s, u"PS-107"_s, u"Firewall as a service"_s, 75000, 24500,
         u"sites"_s, {u"Firewall renewal"_s, u"Perimeter refresh"_s}},
        {u"PO-1080"_s, u"Guest Wi-Fi"_s, u"Managed networks"_s, u"PS-108"_s, u"Managed wireless LAN"_s, 32000, 7900,
         u"floors"_s, {u"Guest Wi-Fi"_s, u"Warehouse Wi-Fi"_s}},
        {u"PO-1090"_s, u"Mobile fleet plan"_s, u"Mobile"_s, u"PS-109"_s, u"Shared-data mobile plan"_s, 0, 1690,
         u"phones"_s, {u"Mobile fleet renewal"_s, u"Field crew phones"_s}},
    };
    return all;
}

const QVector<Entry> &campaigns()
{
    static const QVector<Entry> all{
        {u"MC-31"_s, u"SD-WAN refresh"_s},       {u"MC-32"_s, u"Factory 5G"_s},
        {u"MC-33"_s, u"Fibre street by street"_s}, {u"MC-34"_s, u"Copper switch-off"_s},
        {u"MC-35"_s, u"Logistics fair"_s},       {u"MC-36"_s, u"Secure branch webinar"_s},
        {u"MC-37"_s, u"Win-back spring"_s},
    };
    return all;
}

const QVector<Entry> &channels()
{
    static const QVector<Entry> all{
        {u"CH-1"_s, u"Website"_s}, {u"CH-2"_s, u"Partner"_s},   {u"CH-3"_s, u"Call centre"_s},
        {u"CH-4"_s, u"Event"_s},   {u"CH-5"_s, u"Referral"_s},  {u"CH-6"_s, u"Field visit"_s},
    };
    return all;
}

const QVector<Entry> &segments()
{
    static const QVector<Entry> all{
        {u"MS-1"_s, u"Logistics"_s},     {u"MS-2"_s, u"Manufacturing"_s}, {u"MS-3"_s, u"Retail"_s},
        {u"MS-4"_s, u"Health"_s},        {u"MS-5"_s, u"Energy"_s},        {u"MS-6"_s, u"Hospitality"_s},
        {u"MS-7"_s, u"Public sector"_s}, {u"MS-8"_s, u"Food and farming"_s},
    };
    return all;
}

const QVector<Trade> &trades()
{
    static const QVector<Trade> all{
        {u"Logistics"_s, 0},  {u"Freight"_s, 0},    {u"Cold Chain"_s, 0}, {u"Mobility"_s, 0},   {u"Steelcraft"_s, 1},
        {u"Textiles"_s, 1},   {u"Packaging"_s, 1},  {u"Optics"_s, 1},     {u"Tools"_s, 1},      {u"Retail"_s, 2},
        {u"Outfitters"_s, 2}, {u"Pharmacies"_s, 2}, {u"Clinics"_s, 3},    {u"Diagnostics"_s, 3}, {u"Care"_s, 3},
        {u"Energy"_s, 4},     {u"Wind Farms"_s, 4}, {u"Hydro"_s, 4},      {u"Hotels"_s, 5},     {u"Resorts"_s, 5},
        {u"Schools"_s, 6},    {u"Harbours"_s, 6},   {u"Transit"_s, 6},    {u"Agritech"_s, 7},   {u"Dairy"_s, 7},
        {u"Seafoods"_s, 7},   {u"Bakeries"_s, 7},   {u"Media"_s, 2},
    };
    return all;
}

namespace {

QStringList words(const char16_t *text)
{
    return QStringView(text).toString().split(u'|');
}

QVector<Market> northernMarkets()
{
    return {
        {u"Sweden"_s, u"SEK"_s, 2, 11.2, 25, u"+46"_s, u"se"_s, words(u"Gothenburg|Uppsala|Luleå|Malmö"),
         words(u"411 05|753 20|972 38|211 20"), words(u"Elsa|Nils|Astrid|Oskar|Maja|Henrik|Saga|Viktor"),
         words(u"Hedström|Wallin|Norberg|Sandell|Ekdahl|Forslund"),
         words(u"Nordhavn|Granvik|Bluefjord|Skarpnord|Lövhed|Isberga"), 0},
        {u"Germany"_s, u"EUR"_s, 2, 1.0, 19, u"+49"_s, u"de"_s, words(u"Leipzig|Bremen|Kassel|Freiburg"),
         words(u"04109|28195|34117|79098"), words(u"Lena|Jonas|Frieda|Moritz|Clara|Emil|Thea|Anton"),
         words(u"Brenner|Hollmann|Kessler|Vogtland|Reinhardt|Sommerfeld"),
         words(u"Kessler|Grünewald|Tannhof|Brightmoor|Ostwerk|Lindental"), 2},
        {u"Ireland"_s, u"EUR"_s, 2, 1.0, 23, u"+353"_s, u"ie"_s, words(u"Galway|Cork|Limerick|Sligo"),
         words(u"H91 E2X4|T12 R5C8|V94 T9PX|F91 K2W6"), words(u"Niamh|Cian|Orla|Fergal|Saoirse|Declan|Aisling|Ronan"),
         words(u"Kinsella|Mulvaney|Tierney|Garrigan|Costello|Hanrahan"),
         words(u"Tarn & Fell|Hollin|Pinecrest|Alderway|Quillon|Kilbracken"), 3},
        {u"United Kingdom"_s, u"GBP"_s, 2, 0.86, 20, u"+44"_s, u"co.uk"_s, words(u"Leeds|Bristol|Dundee|Swansea"),
         words(u"LS1 4AP|BS1 5TR|DD1 1NH|SA1 3RD"), words(u"Harriet|Callum|Imogen|Rhys|Beatrice|Ewan|Poppy|Miles"),
         words(u"Ashdown|Pemberley|Thorne|Whitlock|Hargrave|Marlowe"),
         words(u"Calder|Orbis|Wexcombe|Marlstone|Fenwater|Highbarrow"), 3},
        {u"Spain"_s, u"EUR"_s, 2, 1.0, 21, u"+34"_s, u"es"_s, words(u"Valencia|Bilbao|Granada|Gijón"),
         words(u"46002|48001|18001|33201"), words(u"Lucía|Mateo|Inés|Álvaro|Carmen|Hugo|Noa|Pablo"),
         words(u"Arrieta|Belmonte|Carrizo|Escudero|Montalbán|Quiroga"),
         words(u"Marisol|Ferrovia Sur|Tessel|Valdeolmo|Alpenblick|Rocamar"), 2},
    };
}

QVector<Market> southernMarkets()
{
    return {
        {u"India"_s, u"INR"_s, 2, 90.0, 18, u"+91"_s, u"in"_s, words(u"Pune|Kochi|Indore|Coimbatore"),
         words(u"411001|682011|452001|641018"), words(u"Aarav|Ishita|Rohan|Meera|Kabir|Ananya|Vikram|Nandini"),
         words(u"Deshmukh|Pillai|Bhandari|Kulkarni|Nambiar|Saxena"),
         words(u"Kaveri|Lumbini|Sagarika|Vayu|Zephra|Meghdoot"), 1},
        {u"Japan"_s, u"JPY"_s, 0, 162.0, 10, u"+81"_s, u"jp"_s, words(u"Sendai|Fukuoka|Kanazawa|Kobe"),
         words(u"980-0021|810-0001|920-0961|650-0021"), words(u"Haruka|Kenta|Yui|Sota|Aoi|Daichi|Mio|Ren"),
         words(u"Kurosawa|Tachibana|Morinaga|Hayase|Sugimoto|Okabe"),
         words(u"Aozora|Hinode|Mizuho Bay|Kitakaze|Wakaba|Tsubame"), 4},
        {u"Kuwait"_s, u"KWD"_s, 3, 0.33, 0, u"+965"_s, u"kw"_s, words(u"Kuwait City|Salmiya|Hawally|Fahaheel"),
         words(u"13001|20001|30001|50001"), words(u"Noura|Fahad|Dalal|Yousef|Maryam|Salem|Hessa|Bader"),
         words(u"Al-Rumaidh|Al-Sabti|Al-Khaznah|Al-Mutlaq|Al-Dousri|Al-Wazna"),
         words(u"Dhow|Marsa|Najm|Boubyan Gate|Sadaf|Qurain Line"), 5},
        {u"Brazil"_s, u"BRL"_s, 2, 6.1, 17, u"+55"_s, u"com.br"_s, words(u"Recife|Curitiba|Campinas|Belém"),
         words(u"50010-000|80010-000|13010-000|66010-000"), words(u"Beatriz|Caio|Larissa|Thiago|Júlia|Rafael|Livia|Davi"),
         words(u"Vasconcelos|Prado|Nogueira|Siqueira|Teles|Barreto"),
         words(u"Araucária|Serra Azul|Ipê|Maré Alta|Jatobá|Caravela"), 5},
    };
}

} // namespace

const QVector<Market> &markets()
{
    static const QVector<Market> all = northernMarkets() + southernMarkets();
    return all;
}

const QVector<Person> &team()
{
    static const QVector<Person> all{
        {u"RP-101"_s, u"Mara Lindqvist"_s, Role::Representative, u"Sales representative, Nordics"_s},
        {u"RP-102"_s, u"Devika Anand"_s, Role::Representative, u"Sales representative, India"_s},
        {u"RP-103"_s, u"Tobias Brandt"_s, Role::Representative, u"Sales representative, Central and Southern Europe"_s},
        {u"RP-104"_s, u"Aoife Dunne"_s, Role::Representative, u"Sales representative, British Isles"_s},
        {u"RP-105"_s, u"Kenji Moriyama"_s, Role::Representative, u"Sales representative, Japan"_s},
        {u"RP-106"_s, u"Paula Maren"_s, Role::Representative, u"Sales representative, Gulf and Latin America"_s},
        {u"SV-201"_s, u"Ingrid Solheim"_s, Role::Supervisor, u"Sales supervisor"_s},
    };
    return all;
}

} // namespace salesbench::demo
