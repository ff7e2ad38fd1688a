// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/quotespage.h"

#include "ui/details/detailspane.h"
#include "ui/list/pageactions.h"
#include "ui/list/recordtable.h"
#include "ui/quotes/lineactions.h"
#include "ui/quotes/newquotedialog.h"
#include "ui/quotes/quoteeditor.h"

#include <QAction>

namespace salesbench {

QuotesPage::QuotesPage(Context &context, QWidget *parent)
    : RecordPage(context, ResourceKind::Quote, parent)
    , m_editor(new QuoteEditor(context, this))
{
    m_editor->hide();
    connect(m_editor, &QuoteEditor::backRequested, this, &QuotesPage::goBack);
    connect(m_editor, &QuoteEditor::openRequested, this, &Page::openRequested);
    connect(m_editor, &QuoteEditor::textsChanged, this, &Page::textsChanged);
    connect(&m_editor->pane(), &DetailsPane::closeRequested, this, [this] { setPaneShown(false); });
    connect(actions().showPane, &QAction::toggled, &m_editor->pane(), &QWidget::setVisible);
}

QString QuotesPage::countText() const
{
    return m_isEditing ? m_editor->countText() : RecordPage::countText();
}

QStringList QuotesPage::statusTexts() const
{
    return m_isEditing ? m_editor->statusTexts() : RecordPage::statusTexts();
}

QString QuotesPage::waitText() const
{
    return m_isEditing ? QString() : RecordPage::waitText();
}

QList<QAction *> QuotesPage::menuActions(Menu menu) const
{
    if (!m_isEditing || menu == Menu::File)
        return RecordPage::menuActions(menu);
    if (menu == Menu::View)
        return {actions().showPane};
    return menu == Menu::Record ? m_editor->actions().all() : QList<QAction *>();
}

void QuotesPage::openRecord(const QString &id)
{
    leaveEditor();
    RecordPage::openRecord(id);
}

void QuotesPage::showOwnedBy(const Person &person)
{
    leaveEditor();
    RecordPage::showOwnedBy(person);
}

QList<QWidget *> QuotesPage::parts() const
{
    return m_isEditing ? m_editor->parts() : RecordPage::parts();
}

bool QuotesPage::isReady() const
{
    return m_isEditing ? m_editor->isReady() : RecordPage::isReady();
}

void QuotesPage::createRecord()
{
    auto *dialog = new NewQuoteDialog(context(), window());
    connect(dialog, &NewQuoteDialog::created, this, [this](const QString &id) {
        openRecord(id);
        openInFull(id);
    });
    dialog->open();
}

void QuotesPage::openInFull(const QString &localId)
{
    if (localId.isEmpty())
        return;
    m_isEditing = true;
    m_editor->open(localId);
    showInstead(m_editor);
    Q_EMIT actionsChanged();
    Q_EMIT textsChanged();
}

void QuotesPage::goBack()
{
    leaveEditor();
    table().setFocus(Qt::OtherFocusReason);
}

void QuotesPage::leaveEditor()
{
    if (!std::exchange(m_isEditing, false))
        return;
    showList();
    Q_EMIT actionsChanged();
    Q_EMIT textsChanged();
}

} // namespace salesbench
