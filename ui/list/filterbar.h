// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/filtertopic.h"
#include "ui/widgets/context.h"

#include <QHash>
#include <QMap>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;

namespace salesbench {

class FilterChip;
class FilterPopup;

/// The row above a list that says which of its documents are shown: a chip for each condition, a button that
/// adds one, and a field for words. What is chosen or typed holds at once.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    FilterBar(Context &context, ResourceKind kind, QWidget *parent = nullptr);

    ListFilter filter() const { return m_filter; }
    void setFilter(const ListFilter &filter);
    void clear();

    /// Opens the menu of what can be filtered by.
    void addFilter();
    /// Puts the keys into the field for words.
    void focusText();

    void saveTo(QSettings &settings) const;
    void restoreFrom(const QSettings &settings);

Q_SIGNALS:
    /// The filter is another one now, by the user or by setFilter().
    void filterChanged(const salesbench::ListFilter &filter);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTextField();
    void buildMenu();
    QDateTime localNow() const;
    ListFilter next() const;
    void showChips();
    void addChip(FilterTopic topic);
    void removeChip(FilterTopic topic);
    void showTexts(FilterTopic topic);
    QStringList valueTexts(FilterTopic topic) const;
    QStringList textsOf(FilterTopic topic, const QStringList &values) const;
    void askOwners();
    void learnOwners(const QVector<FieldValue> &owners);
    void openTopic(FilterTopic topic);
    void closeTopic();
    FilterPopup *makePopup(FilterTopic topic);
    FilterPopup *makeValuePopup(FilterTopic topic);
    FilterPopup *makeCreatedPopup();
    void choose(FilterTopic topic, const QStringList &values, bool isExcluded);

    Context &m_context;
    ResourceKind m_kind;
    ListFilter m_filter;
    ListFilter m_before; ///< when the popup was opened
    QMap<FilterTopic, FilterChip *> m_chips;
    QHash<QString, QString> m_ownerNames;
    bool m_ownersAsked = false;
    std::optional<FilterTopic> m_open;
    QPointer<FilterPopup> m_popup;
    QHBoxLayout *m_chipRow = nullptr;
    QPushButton *m_add = nullptr;
    QMenu *m_menu = nullptr;
    QLineEdit *m_text = nullptr;
    QTimer m_pause;
};

} // namespace salesbench
