// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/recordpage.h"

namespace salesbench {

class QuoteEditor;

/// The quotes: the list, and in its place one quote in full.
class QuotesPage : public RecordPage {
    Q_OBJECT

public:
    explicit QuotesPage(Context &context, QWidget *parent = nullptr);

    QString countText() const override;
    QStringList statusTexts() const override;
    QString waitText() const override;
    QList<QAction *> menuActions(Menu menu) const override;
    /// The list with that quote current, also where another one is shown in full.
    void openRecord(const QString &id) override;
    void showOwnedBy(const Person &person) override;
    QList<QWidget *> parts() const override;
    bool isReady() const override;

    QuoteEditor &editor() const { return *m_editor; }
    bool isEditing() const { return m_isEditing; }

protected:
    void createRecord() override;
    void openInFull(const QString &localId) override;

private:
    void goBack();
    void leaveEditor();

    QuoteEditor *m_editor = nullptr;
    bool m_isEditing = false;
};

} // namespace salesbench
