// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/attributefield.h"

#include <QJsonValue>
#include <QWidget>

class QLabel;

namespace salesbench {

/// One attribute, edited in place: looks like text until it has the focus or the mouse. Enter or leaving the
/// field commits, Escape takes the typing back. What is being typed is never replaced: a value that
/// arrives meanwhile shows when the typing is taken back. In a form it looks like any input and leaves Escape
/// to the dialog.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    explicit FieldEditor(const AttributeField &field, QWidget *parent = nullptr);

    const AttributeField &field() const { return m_field; }
    QWidget *input() const { return m_input; }
    const QJsonValue &value() const { return m_value; }
    QString text() const;
    bool isTyping() const;

    void setInPlace(bool inPlace);
    void setPlaceholder(const QString &text);
    void setValue(const QJsonValue &value);
    void setSuggestions(const QStringList &values);
    /// How the value stands towards the server; @p hint is the mark's tooltip.
    enum class Mark { None, Unsent, Refused };
    void setMark(Mark mark, const QString &hint = {});
    /// A sentence under the field; empty takes it away.
    void setError(const QString &sentence);
    /// Puts back what was typed, because it could not be kept, with the reason under it.
    void refuse(const QString &typed, const QString &sentence);
    /// Takes what was typed, as if the field had been left. False where it cannot be understood.
    bool commit();
    /// Takes typing back: the newest value shows again.
    void revert();

Q_SIGNALS:
    void committed(const QJsonValue &value, const QString &typed);
    void suggestionsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeInput();
    void build();
    void showChoiceIcons();
    void showText(const QString &text);
    bool take(const QString &text);

    AttributeField m_field;
    QWidget *m_input = nullptr;
    QLabel *m_mark = nullptr;
    QLabel *m_error = nullptr;
    QJsonValue m_value{QJsonValue::Undefined};
    bool m_suggested = false;
};

} // namespace salesbench
