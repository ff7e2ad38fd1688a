// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/partlist.h"

#include "ui/details/fieldeditor.h"
#include "ui/details/formdialog.h"
#include "ui/details/suggestions.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elided.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int PartDisc = 24;
constexpr int PartGlyph = 16;

/// A person's disc, or the icon of what it is.
QLabel *makeSign(const PartLine &line, QWidget *parent)
{
    const auto draw = [line](const Theme &theme, qreal ratio) {
        return line.icon.isEmpty() ? avatarPixmap(line.personId, line.text, PartDisc, ratio, theme)
                                   : iconPixmap(line.icon, theme.text2, PartGlyph, ratio);
    };
    auto *sign = new ThemedLabel(draw, parent);
    sign->setFixedSize(PartDisc, PartDisc);
    return sign;
}

QToolButton *makeButton(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName, IconInk::Muted));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

PartList::PartList(Context &context, ResourceKind resource, const PartKind &kind, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_resource(resource)
    , m_kind(kind)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(m_kind.attribute);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
}

void PartList::leave()
{
    delete m_dialog;
    m_dialog = nullptr;
}

void PartList::setParts(const QJsonArray &parts)
{
    if (parts == m_parts && m_rows->count() > 0)
        return;
    m_parts = parts;
    clearLayout(m_rows);
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        m_rows->addWidget(makeRow(i));
    if (m_parts.isEmpty()) {
        auto *none = new QLabel(tr("None yet"), this);
        none->setProperty("look", u"muted"_s);
        m_rows->addWidget(none);
    }
}

QWidget *PartList::makeRow(qsizetype index)
{
    const PartLine line = m_kind.line(m_parts.at(index).toObject());
    auto *row = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ElidedLabel(line.text, row));
    if (!line.detail.isEmpty()) {
        auto *detail = new ElidedLabel(line.detail, row);
        detail->setProperty("look", u"secondary"_s);
        words->addWidget(detail);
    }
    auto *all = new QHBoxLayout(row);
    all->setContentsMargins(0, 2, 0, 2);
    all->setSpacing(8);
    all->addWidget(makeSign(line, row));
    all->addLayout(words, 1);
    if (!line.link.isEmpty()) {
        QToolButton *link = makeButton(line.icon, tr("Contact %1").arg(line.text), row);
        connect(link, &QToolButton::clicked, this, [url = line.link] { QDesktopServices::openUrl(url); });
        all->addWidget(link);
    }
    QToolButton *edit = makeButton(u"edit"_s, tr("Edit %1").arg(line.text), row);
    edit->setObjectName(u"edit-%1"_s.arg(index));
    connect(edit, &QToolButton::clicked, this, [this, index] { this->edit(index); });
    all->addWidget(edit);
    QToolButton *remove = makeButton(u"trash"_s, tr("Remove %1").arg(line.text), row);
    remove->setObjectName(u"remove-%1"_s.arg(index));
    connect(remove, &QToolButton::clicked, this, [this, index] { this->remove(index); });
    all->addWidget(remove);
    return row;
}

void PartList::add()
{
    openDialog(tr("Add %1").arg(m_kind.one), {}, -1);
}

void PartList::edit(qsizetype index)
{
    openDialog(tr("Edit %1").arg(m_kind.one), m_parts.at(index).toObject(), index);
}

void PartList::remove(qsizetype index)
{
    QJsonArray parts = m_parts;
    parts.removeAt(index);
    Q_EMIT changed(tr("Remove %1").arg(m_kind.one), parts, nullptr);
}

void PartList::openDialog(const QString &title, const QJsonObject &part, qsizetype index)
{
    leave();
    m_dialog = new FormDialog(m_context, title, m_kind.fields, tr("Save"), window());
    connect(m_dialog, &QObject::destroyed, this, [this] { m_dialog = nullptr; });
    m_dialog->form()->setValues(part);
    connect(m_dialog->form(), &FieldForm::suggestionsWanted, this,
            [this](FieldEditor *editor) { offerSuggestions(m_context.queries, m_resource, editor); });
    connect(m_dialog, &FormDialog::submitted, this, [this, title, part, index] {
        const QJsonObject edited = m_kind.finished(m_dialog->form()->appliedTo(part), m_context.surroundings);
        // The list may have changed since the dialog was opened: the part is found again by what it was.
        const qsizetype place = index < 0 ? -1 : std::find(m_parts.begin(), m_parts.end(), QJsonValue(part)) - m_parts.begin();
        QJsonArray parts = m_parts;
        if (place >= 0 && place < parts.size())
            parts.replace(place, edited);
        else
            parts.append(edited);
        Q_EMIT changed(title, parts, m_dialog);
    });
    m_dialog->resize(560, m_dialog->sizeHint().height());
    m_dialog->open();
}

} // namespace salesbench
