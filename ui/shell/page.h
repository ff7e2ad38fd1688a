// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/resource.h"
#include "models/domain/session.h"

#include <QList>
#include <QWidget>

class QAction;
class QSettings;

namespace salesbench {

/// One page of the workbench: what the window needs to know of it, and no more. The window draws the title,
/// the count and the status text, puts the page's actions into its menus while the page is shown, and keeps
/// one page of each kind alive.
class Page : public QWidget {
    Q_OBJECT

public:
    /// The menu that an action belongs to. Record is named by the page: "Lead".
    enum class Menu { File, Edit, View, Record };

    using QWidget::QWidget;

    virtual QString title() const = 0; ///< "Leads"
    virtual QString iconName() const = 0; ///< of ui/widgets/icons.h
    virtual QString countText() const { return {}; } ///< beside the title: "38 of 412"
    virtual QStringList statusTexts() const
    {
        return {};
    } ///< left in the status bar: "38 of 412 leads", "1 selected"
    /// Said beside them once something has been read for seconds: "Still loading 412 leads"; else empty.
    virtual QString waitText() const { return {}; }
    /// Stops what waitText() tells of.
    virtual void stopWaiting() { }

    /// In the menu's order; a null stands for a separator. Every one has a text, and a shortcut that no other
    /// action of the page or of the window has. Actions on single letters take the context
    /// Qt::WidgetWithChildrenShortcut and are added to the list that they work on.
    virtual QList<QAction *> menuActions(Menu) const { return {}; }
    virtual QString recordMenuTitle() const { return {}; } ///< "&Lead"; empty when there are no such actions

    /// Shows the document with the local or server id @p id; the first document where it is empty.
    virtual void openRecord(const QString &id) { Q_UNUSED(id) }

    /// Shows the documents of @p person.
    virtual void showOwnedBy(const Person &person) { Q_UNUSED(person) }

    /// What F6 goes through, in order. Empty: the page itself takes the focus.
    virtual QList<QWidget *> parts() const { return {}; }

    /// False while the first rows or a document are still being read.
    virtual bool isReady() const { return true; }

    /// Keeps and takes back what the user arranged: columns, splitter, filters.
    virtual void saveTo(QSettings &) const { }
    virtual void restoreFrom(const QSettings &) { }

Q_SIGNALS:
    /// The title, the count or a status text is another one now.
    void textsChanged();
    /// The actions of menuActions() are other ones now.
    void actionsChanged();
    void openRequested(salesbench::ResourceKind kind, const QString &id);
    /// Both sides of a document's conflict are to be looked at.
    void compareRequested(salesbench::ResourceKind kind, const QString &localId);
    /// Something could not be done; the window says so without getting in the way.
    void failed(const salesbench::Problem &problem);
};

} // namespace salesbench
