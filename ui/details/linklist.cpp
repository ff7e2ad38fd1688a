// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/linklist.h"

#include "models/domain/parts.h"
#include "ui/details/fieldtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/layouts.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString iconOf(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return u"leads"_s;
    case ResourceKind::SalesOpportunity:
        return u"opportunities"_s;
    case ResourceKind::Quote:
        return u"quotes"_s;
    }
    return {};
}

QString textOf(ResourceKind kind, const QString &id)
{
    if (!shownId(id).isEmpty())
        return LinkList::tr("Open %1").arg(id);
    switch (kind) {
    case ResourceKind::SalesLead:
        return LinkList::tr("Open the lead");
    case ResourceKind::SalesOpportunity:
        return LinkList::tr("Open the opportunity");
    case ResourceKind::Quote:
        return LinkList::tr("Open the quote");
    }
    return {};
}

} // namespace

LinkList::LinkList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    hide();
}

void LinkList::setDocument(const QJsonObject &document)
{
    const QJsonArray shown{document.value("salesLead"_L1), document.value("salesOpportunity"_L1),
                           document.value("quote"_L1)};
    if (shown == m_shown)
        return;
    m_shown = shown;
    clearLayout(m_rows);
    for (const ResourceType &type : resourceTypes())
        addLinks(type.kind, document.value(type.name));
    setVisible(m_rows->count() > 0);
}

void LinkList::addLinks(ResourceKind kind, const QJsonValue &refs)
{
    const QJsonArray all = refs.isArray() ? refs.toArray() : QJsonArray{refs};
    for (const QJsonValue &value : all) {
        const auto ref = fromJson<EntityRef>(value);
        if (ref.id().isEmpty())
            continue;
        auto *button = new QPushButton(icon(iconOf(kind), IconInk::Accent), textOf(kind, ref.id()), this);
        button->setObjectName(u"open-"_s + ref.id());
        button->setProperty("look", u"link"_s);
        button->setToolTip(ref.name());
        connect(button, &QPushButton::clicked, this, [this, kind, id = ref.id()] { Q_EMIT openRequested(kind, id); });
        m_rows->addWidget(button);
    }
}

} // namespace salesbench
