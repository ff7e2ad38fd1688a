// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/formdialog.h"

#include "models/domain/whendone.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int FormMargin = 20;

QFrame *hairline(QWidget *parent)
{
    auto *result = new QFrame(parent);
    result->setProperty("look", u"hairline"_s);
    result->setFixedHeight(1);
    return result;
}

} // namespace

FormDialog::FormDialog(Context &context, const QString &title, QVector<FormField> fields, const QString &action,
                       QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_form(new FieldForm(std::move(fields), this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setProperty("look", u"error"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *page = new QFrame(this);
    page->setProperty("look", u"page"_s);
    auto *content = new QVBoxLayout(page);
    content->setContentsMargins(FormMargin, FormMargin, FormMargin, FormMargin);
    content->setSpacing(12);
    content->addWidget(m_form);
    content->addStretch();
    content->addWidget(m_problem);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(page, 1);
    all->addWidget(hairline(this));
    all->addWidget(buildFooter(action));
    for (Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(Qt::CTRL | key, this), &QShortcut::activated, this, &FormDialog::submit);
}

QWidget *FormDialog::buildFooter(const QString &action)
{
    auto *footer = new QFrame(this);
    footer->setProperty("look", u"bar"_s);
    auto *cancel = new QPushButton(tr("Cancel"), footer);
    cancel->setObjectName(u"cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &FormDialog::reject);
    m_action = new QPushButton(action, footer);
    m_action->setObjectName(u"submit"_s);
    m_action->setProperty("look", u"primary"_s);
    m_action->setToolTip(tr("Ctrl+Enter"));
    connect(m_action, &QPushButton::clicked, this, &FormDialog::submit);
    // Enter belongs to the inputs: it takes a suggestion, and must not hand over a form that is half filled.
    cancel->setAutoDefault(false);
    m_action->setAutoDefault(false);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(FormMargin, 10, FormMargin, 10);
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_action);
    return footer;
}

void FormDialog::submit()
{
    if (m_busy)
        return;
    m_problem->hide();
    if (const std::optional<QJsonObject> values = m_form->values()) {
        setBusy(true);
        Q_EMIT submitted(*values);
    }
}

void FormDialog::refuse(const QString &sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    m_problem->show();
}

void FormDialog::create(ResourceKind kind, const QString &title, const QJsonObject &document)
{
    const Edit edit{Edit::Op::Create, kind, m_context.surroundings.newId(), document};
    whenDone(m_context.edits.record({title, {edit}}), this, [this, id = edit.id](const Result<void> &done) {
        if (!done) {
            refuse(done.error().sentence);
            return;
        }
        Q_EMIT created(id);
        accept();
    });
}

bool FormDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
        if (needed > height())
            resize(width(), needed);
    }
    return done;
}

void FormDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_action->setEnabled(!busy);
}

void FormDialog::reject()
{
    if (m_form->isEdited()
        && !m_context.dialogs.confirm(this, windowTitle(), tr("What you have typed here is lost."), tr("Discard")))
        return;
    QDialog::reject();
}

} // namespace salesbench
