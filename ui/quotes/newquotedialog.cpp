// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/newquotedialog.h"

#include "models/domain/quotetotals.h"
#include "models/items/quotelineedit.h"
#include "ui/details/fieldeditor.h"
#include "ui/details/suggestions.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int NewQuoteWidth = 560;

#define LABEL(text) QT_TRANSLATE_NOOP("AttributeField", text)
#define HINT(text) QT_TRANSLATE_NOOP("FieldForm", text)

QVector<FormField> quoteForm()
{
    using enum EditorKind;
    constexpr auto All = AttributeSection::All;
    return {
        {{"description", LABEL("Description"), Text, All},
         0,
         0,
         2,
         HINT("What it is about: depot network"),
         true},
        {{"company", LABEL("Company"), Ref, All, Field::Prospect}, 1, 0, 1, HINT("Who may buy")},
        {{"productOffering", LABEL("First line"), Ref, All, Field::Offering},
         1,
         1,
         1,
         HINT("The offering's name"),
         true},
    };
}

#undef LABEL
#undef HINT

QString nameIn(const QJsonObject &draft, QLatin1StringView attribute)
{
    return draft.value(attribute).toObject().value("name"_L1).toString();
}

QJsonObject companyIn(const QJsonObject &document)
{
    const QJsonArray parties = document.value("relatedParty"_L1).toArray();
    for (const QJsonValue &party : parties) {
        const QString role = party.toObject().value("role"_L1).toString();
        if (role == "prospect"_L1 || role == "customer"_L1)
            return party.toObject();
    }
    return {};
}

RelatedParty party(const QString &id, const QString &name, const QString &role, const QString &type)
{
    RelatedParty result;
    result.setId(id);
    result.setName(name);
    result.setRole(role);
    result.setAtReferredType(type);
    return result;
}

/// A representative owns what they create; a supervisor's new quote is nobody's yet.
QVector<RelatedParty> partiesOf(const QString &company, const QJsonObject &known, const Context &context)
{
    QVector<RelatedParty> result;
    if (!known.isEmpty())
        result.append(RelatedParty(known));
    else if (!company.isEmpty())
        result.append(party(context.surroundings.newId(), company, u"prospect"_s, u"Organization"_s));
    const Session &session = context.session;
    if (!session.canAssign())
        result.append(party(session.user.partyId, session.user.name, session.ownerRole, u"Individual"_s));
    return result;
}

} // namespace

NewQuoteDialog::NewQuoteDialog(Context &context, QWidget *parent)
    : FormDialog(context, tr("New quote"), quoteForm(), tr("Create quote"), parent)
    , m_context(context)
{
    resize(NewQuoteWidth, sizeHint().height());
    form()->setValues({});
    connect(form(), &FieldForm::suggestionsWanted, this, [this](FieldEditor *editor) {
        offerSuggestions(m_context.queries, ResourceKind::SalesLead, editor);
    });
    connect(this, &FormDialog::submitted, this, &NewQuoteDialog::findCompany);
}

void NewQuoteDialog::findCompany(const QJsonObject &draft)
{
    const QString name = nameIn(draft, "company"_L1);
    if (name.isEmpty()) {
        findOffering(draft, {});
        return;
    }
    findKnownPart(m_context.queries, this, having(ResourceKind::SalesLead, Field::Prospect, name), companyIn,
                  [this, draft](const QJsonObject &known) { findOffering(draft, known); });
}

void NewQuoteDialog::findOffering(const QJsonObject &draft, const QJsonObject &company)
{
    const QString name = nameIn(draft, "productOffering"_L1);
    findKnownOffering(m_context.queries, this, name, [this, draft, company, name](const QJsonObject &known) {
        const ResourceType &type = resourceType(ResourceKind::Quote);
        Quote quote;
        quote.setAtType(type.typeName);
        quote.setDescription(draft.value("description"_L1).toString());
        quote.setVersion(u"1"_s);
        quote.setState(toText(type.lifecycle.initial()));
        quote.setQuoteDate(m_context.surroundings.now());
        quote.setRelatedParty(partiesOf(nameIn(draft, "company"_L1), company, m_context));
        quote.setQuoteItem(*addLineEdit(name, m_context.surroundings).apply({}, EntityRef(known)));
        create(ResourceKind::Quote, tr("Create quote “%1”").arg(quote.description()), quote.json());
    });
}

} // namespace salesbench
