// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include "ui/widgets/stylesheet.h"
#include "ui/widgets/workbenchstyle.h"

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QString ChoiceKey = u"appearance/theme"_s;

/// Qt 6.4 has no word for the desktop's setting: without a palette of our own the desktop's shows through.
bool desktopPaletteIsDark()
{
    QApplication::setPalette(QPalette());
    return Theme::of(QApplication::palette()).isDark;
}

Appearance::Choice keptChoice()
{
    bool known = false;
    const QByteArray text = QSettings().value(ChoiceKey).toString().toLatin1();
    const int value = QMetaEnum::fromType<Appearance::Choice>().keyToValue(text.constData(), &known);
    return known ? Appearance::Choice(value) : Appearance::Choice::System;
}

} // namespace

Appearance::Appearance(std::function<bool()> desktopIsDark, QObject *parent)
    : QObject(parent)
    , m_desktopIsDark(desktopIsDark ? std::move(desktopIsDark) : desktopPaletteIsDark)
    , m_choice(keptChoice())
{
    QApplication::setStyle(new WorkbenchStyle);
    QApplication::setFont(uiFont());
    qApp->installEventFilter(this);
    followDesktop();
}

void Appearance::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    QSettings().setValue(ChoiceKey,
                         QString::fromLatin1(QMetaEnum::fromType<Choice>().valueToKey(int(choice))));
    followDesktop();
}

void Appearance::toggle()
{
    setChoice(theme().isDark ? Choice::Light : Choice::Dark);
}

const Theme &Appearance::theme() const
{
    return m_dark ? Theme::dark() : Theme::light();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    // Every window hears of it; once is enough, and not in the middle of it.
    if (event->type() == QEvent::ThemeChange && !m_applying && m_choice == Choice::System) {
        m_applying = true;
        QTimer::singleShot(0, this, &Appearance::followDesktop);
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::followDesktop()
{
    m_applying = true;
    m_dark = m_choice == Choice::System ? m_desktopIsDark() : m_choice == Choice::Dark;
    apply();
    m_applying = false;
    Q_EMIT changed();
}

void Appearance::apply()
{
    QIcon::setFallbackThemeName(m_dark ? u"breeze-dark"_s : u"breeze"_s);
    QApplication::setPalette(theme().palette());
    qApp->setStyleSheet(styleSheet(theme()));
}

} // namespace salesbench
