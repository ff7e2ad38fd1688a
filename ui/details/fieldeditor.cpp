// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/fieldeditor.h"

#include "models/domain/words.h"
#include "ui/details/fieldtext.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/elided.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringListModel>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ChoiceGlyph = 14;

} // namespace

FieldEditor::FieldEditor(const AttributeField &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
    m_input = makeInput();
    m_input->setObjectName(QLatin1StringView(field.path));
    m_input->setAccessibleName(fieldLabel(field));
    m_input->installEventFilter(this);
    setInPlace(true);
    showChoiceIcons();
    setFocusProxy(m_input);
    build();
}

QWidget *FieldEditor::makeInput()
{
    switch (m_field.editor) {
    case EditorKind::Multiline: {
        auto *edit = new QPlainTextEdit(this);
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4 + 12);
        return edit;
    }
    case EditorKind::Choice: {
        auto *box = new ComboBox(this);
        box->addItem(tr("–"), QString());
        for (const QString &choice : fieldChoices(m_field))
            box->addItem(choiceText(choice), choice);
        box->setIconSize({ChoiceGlyph, ChoiceGlyph});
        connect(box, &QComboBox::activated, this, [this, box] { take(box->currentData().toString()); });
        return box;
    }
    case EditorKind::Bool: {
        auto *box = new QCheckBox(this);
        connect(box, &QCheckBox::clicked, this, [this](bool on) { take(on ? u"true"_s : u"false"_s); });
        return box;
    }
    default: {
        auto *edit = new ElidedEdit(this);
        edit->setReadOnly(m_field.editor == EditorKind::ReadOnly);
        edit->setPlaceholderText(u"–"_s);
        connect(edit, &QLineEdit::returnPressed, this, &FieldEditor::commit);
        return edit;
    }
    }
}

void FieldEditor::showChoiceIcons()
{
    auto *box = qobject_cast<QComboBox *>(m_input);
    if (!box)
        return;
    const Theme &theme = Theme::of(palette());
    const bool priority = QLatin1StringView(m_field.path) == "priority"_L1;
    for (int i = 0; i < box->count(); ++i) {
        const QString value = box->itemData(i).toString();
        const QString name = priority && !value.isEmpty() ? u"priority-"_s + value : value;
        if (iconNames().contains(name))
            box->setItemIcon(i, QIcon(iconPixmap(name, theme.rating(value), ChoiceGlyph, devicePixelRatioF())));
    }
}

void FieldEditor::build()
{
    m_mark = new QLabel(this);
    m_mark->setObjectName(u"mark"_s);
    m_mark->hide();
    m_error = new QLabel(this);
    m_error->setObjectName(u"fieldError"_s);
    m_error->setProperty("look", u"error"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_input, 1);
    row->addWidget(m_mark);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(2);
    all->addLayout(row);
    all->addWidget(m_error);
}

QString FieldEditor::text() const
{
    if (auto *edit = qobject_cast<QLineEdit *>(m_input))
        return edit->text();
    if (auto *edit = qobject_cast<QPlainTextEdit *>(m_input))
        return edit->toPlainText();
    if (auto *box = qobject_cast<QComboBox *>(m_input))
        return box->currentData().toString();
    return qobject_cast<QCheckBox *>(m_input)->isChecked() ? u"true"_s : u"false"_s;
}

bool FieldEditor::isTyping() const
{
    if (auto *edit = qobject_cast<QLineEdit *>(m_input))
        return edit->isModified();
    if (auto *edit = qobject_cast<QPlainTextEdit *>(m_input))
        return edit->document()->isModified();
    return false;
}

void FieldEditor::setValue(const QJsonValue &value)
{
    const bool typing = isTyping();
    m_value = value;
    if (!typing)
        revert();
}

void FieldEditor::revert()
{
    showText(fieldText(m_field, m_value));
    setError({});
}

void FieldEditor::showText(const QString &text)
{
    if (auto *edit = qobject_cast<QLineEdit *>(m_input)) {
        if (edit->text() != text) {
            edit->setText(text);
            edit->setCursorPosition(0);
        }
        edit->setModified(false);
        edit->setToolTip(text);
    } else if (auto *edit = qobject_cast<QPlainTextEdit *>(m_input)) {
        if (edit->toPlainText() != text)
            edit->setPlainText(text);
        edit->document()->setModified(false);
    } else if (auto *box = qobject_cast<QComboBox *>(m_input)) {
        if (box->findData(text) < 0)
            box->addItem(choiceText(text), text);
        box->setCurrentIndex(box->findData(text));
    } else {
        qobject_cast<QCheckBox *>(m_input)->setChecked(text == "true"_L1);
    }
}

void FieldEditor::setSuggestions(const QStringList &values)
{
    auto *edit = qobject_cast<QLineEdit *>(m_input);
    if (!edit)
        return;
    auto *completer = new QCompleter(values, edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    edit->setCompleter(completer);
}

void FieldEditor::setInPlace(bool inPlace)
{
    m_input->setProperty("inPlace", inPlace);
}

void FieldEditor::setPlaceholder(const QString &text)
{
    if (auto *edit = qobject_cast<QLineEdit *>(m_input))
        edit->setPlaceholderText(text);
    else if (auto *edit = qobject_cast<QPlainTextEdit *>(m_input))
        edit->setPlaceholderText(text);
}

void FieldEditor::setMark(Mark mark, const QString &hint)
{
    m_mark->setVisible(mark != Mark::None);
    m_mark->setText(mark == Mark::Refused ? u"!"_s : u"●"_s);
    m_mark->setProperty("look", mark == Mark::Refused ? u"refused"_s : u"unsent"_s);
    m_mark->style()->polish(m_mark);
    m_mark->setToolTip(hint);
    m_mark->setAccessibleName(mark == Mark::Refused ? tr("%1 was refused by the server").arg(fieldLabel(m_field))
                                                    : tr("%1 is not yet on the server").arg(fieldLabel(m_field)));
}

void FieldEditor::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_input->setProperty("look", sentence.isEmpty() ? QString() : u"error"_s);
    m_input->style()->polish(m_input);
    m_input->setAccessibleDescription(sentence);
}

void FieldEditor::refuse(const QString &typed, const QString &sentence)
{
    showText(typed);
    if (auto *edit = qobject_cast<QLineEdit *>(m_input))
        edit->setModified(true);
    else if (auto *edit = qobject_cast<QPlainTextEdit *>(m_input))
        edit->document()->setModified(true);
    setError(sentence);
}

bool FieldEditor::commit()
{
    return !isTyping() || take(text());
}

bool FieldEditor::take(const QString &text)
{
    const Result<QJsonValue> value = fieldValue(m_field, text, m_value);
    if (!value) {
        setError(value.error().sentence);
        return false;
    }
    const bool changed = *value != m_value && !(value->isUndefined() && fieldText(m_field, m_value).isEmpty());
    m_value = *value;
    revert();
    if (changed)
        Q_EMIT committed(*value, text);
    return true;
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && m_field.suggestions && !m_suggested) {
        m_suggested = true;
        Q_EMIT suggestionsWanted();
    }
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) // the completer's list
        commit();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && m_input->property("inPlace").toBool() && isTyping()) {
        revert();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FieldEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showChoiceIcons();
    QWidget::changeEvent(event);
}

} // namespace salesbench
