// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/newleaddialog.h"

#include "ui/details/contactchecks.h"
#include "ui/details/fieldeditor.h"
#include "ui/details/suggestions.h"
#include "ui/leads/leaddraft.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int NewLeadWidth = 640;

#define LABEL(text) QT_TRANSLATE_NOOP("AttributeField", text)
#define HINT(text) QT_TRANSLATE_NOOP("FieldForm", text)

QVector<FormField> leadForm()
{
    using enum EditorKind;
    constexpr auto All = AttributeSection::All;
    return {
        {{"name", LABEL("Name"), Text, All}, 0, 0, 2, HINT("What it is about: SD-WAN for 14 depots"), true},
        {{"company", LABEL("Company"), Ref, All, Field::Prospect}, 1, 0, 1, HINT("Who may buy")},
        {{"productOffering", LABEL("Offering"), Ref, All, Field::Offering}, 1, 1, 1, HINT("What they may buy")},
        {{"person", LABEL("Contact person"), Text, All}, 2, 0},
        {{"estimatedRevenue", LABEL("Est. revenue"), Money, All}, 2, 1, 1, HINT("184,000 EUR")},
        {{"email", LABEL("E-mail"), Text, All}, 3, 0, 1, HINT("name@company.example"), false, emailObjection},
        {{"marketingCampaign", LABEL("Campaign"), Ref, All, Field::Campaign}, 3, 1},
        {{"phone", LABEL("Phone"), Text, All}, 4, 0, 1, "", false, phoneObjection},
        {{"channel", LABEL("Channel"), Ref, All, Field::Channel}, 4, 1},
        {{"rating", LABEL("Rating"), Choice, All, {}, "hot,warm,cold"}, 5, 0},
        {{"marketSegment", LABEL("Segment"), Ref, All, Field::Segment}, 5, 1},
        {{"priority", LABEL("Priority"), Choice, All, {}, "high,medium,low"}, 6, 0},
        {{"nextStep", LABEL("Next step"), Text, All}, 6, 1},
        {{"description", LABEL("Description"), Multiline, All}, 7, 0, 2},
    };
}

#undef LABEL
#undef HINT

QJsonObject partOf(const QJsonObject &document, QLatin1StringView attribute)
{
    if (attribute != "company"_L1)
        return document.value(attribute).toObject();
    const QJsonArray parties = document.value("relatedParty"_L1).toArray();
    for (const QJsonValue &party : parties) {
        if (party.toObject().value("role"_L1) == "prospect"_L1)
            return party.toObject();
    }
    return {};
}

struct Reference {
    QLatin1StringView attribute;
    Field field;
};

constexpr std::array References{
    Reference{"company"_L1, Field::Prospect},           Reference{"productOffering"_L1, Field::Offering},
    Reference{"marketingCampaign"_L1, Field::Campaign}, Reference{"channel"_L1, Field::Channel},
    Reference{"marketSegment"_L1, Field::Segment},
};

} // namespace

NewLeadDialog::NewLeadDialog(Context &context, QWidget *parent)
    : FormDialog(context, tr("New lead"), leadForm(), tr("Create lead"), parent)
    , m_context(context)
{
    resize(NewLeadWidth, sizeHint().height());
    form()->setValues({{u"rating"_s, u"warm"_s}, {u"priority"_s, u"medium"_s}});
    connect(form(), &FieldForm::suggestionsWanted, this,
            [this](FieldEditor *editor) { offerSuggestions(m_context.queries, ResourceKind::SalesLead, editor); });
    connect(this, &FormDialog::submitted, this, [this](const QJsonObject &draft) { complete(draft, 0); });
}

void NewLeadDialog::complete(const QJsonObject &draft, size_t index)
{
    if (index == References.size()) {
        create(ResourceKind::SalesLead, tr("Create lead “%1”").arg(draft.value("name"_L1).toString()),
               leadFromDraft(draft, m_context.session, m_context.surroundings));
        return;
    }
    const auto [attribute, field] = References[index];
    const QString name = draft.value(attribute).toObject().value("name"_L1).toString();
    if (name.isEmpty()) {
        complete(draft, index + 1);
        return;
    }
    findKnownPart(
        m_context.queries, this, having(ResourceKind::SalesLead, field, name),
        [attribute = attribute](const QJsonObject &document) { return partOf(document, attribute); },
        [this, draft, index](const QJsonObject &known) {
            QJsonObject filled = draft;
            if (!known.isEmpty())
                filled.insert(References[index].attribute, known);
            complete(filled, index + 1);
        });
}

} // namespace salesbench
