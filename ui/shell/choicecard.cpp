// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/choicecard.h"

#include <QLabel>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

ChoiceCard::ChoiceCard(const QString &look, const QString &title, const QString &text, QWidget *parent)
    : QFrame(parent)
    , m_mark(new QLabel(this))
    , m_text(new QLabel(text, this))
    , m_words(new QVBoxLayout)
    , m_button(new QRadioButton(this))
{
    setProperty("look", look);
    auto *name = new QLabel(title, this);
    name->setProperty("look", look == "choice"_L1 ? u"strong"_s : u"name"_s);
    m_text->setProperty("look", u"secondary"_s);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(look == "choice"_L1);
    m_button->setAccessibleName(title);
    m_button->setAccessibleDescription(text);
    m_words->setSpacing(2);
    m_words->addWidget(name);
    m_words->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    const bool tall = look == "choice"_L1;
    row->setContentsMargins(tall ? 14 : 10, tall ? 14 : 8, tall ? 14 : 10, tall ? 14 : 8);
    row->setSpacing(tall ? 12 : 10);
    row->addWidget(m_mark, 0, tall ? Qt::AlignTop : Qt::AlignVCenter);
    row->addLayout(m_words, 1);
    row->addWidget(m_button, 0, tall ? Qt::AlignTop : Qt::AlignVCenter);
    connect(m_button, &QRadioButton::toggled, this, &ChoiceCard::show);
}

void ChoiceCard::setMark(const QPixmap &mark)
{
    m_mark->setPixmap(mark);
}

void ChoiceCard::addContent(QWidget *content)
{
    m_words->addSpacing(6);
    m_words->addWidget(content);
}

bool ChoiceCard::isChosen() const
{
    return m_button->isChecked();
}

void ChoiceCard::choose()
{
    m_button->setChecked(true);
}

void ChoiceCard::mousePressEvent(QMouseEvent *)
{
    choose();
}

void ChoiceCard::show(bool isChosen)
{
    setProperty("chosen", isChosen);
    style()->unpolish(this);
    style()->polish(this);
    if (isChosen)
        Q_EMIT chosen();
}

} // namespace salesbench
