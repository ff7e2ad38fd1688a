// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/stylesheet.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace salesbench::testing {

/// Dresses the application as app/ does.
inline void wear(const Theme &theme)
{
    qApp->setPalette(theme.palette());
    qApp->setFont(uiFont());
    qApp->setStyleSheet(styleSheet(theme));
}

/// Paints @p widget in both themes. Where SALESBENCH_PICTURES names a folder, the pictures are kept there for a
/// person to look at: "details-light.png".
inline void paintInBothThemes(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("SALESBENCH_PICTURES");
    for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
        wear(*theme);
        QCoreApplication::processEvents();
        const QPixmap picture = widget->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            picture.save(folder + u'/' + name + (theme->isDark ? u"-dark.png" : u"-light.png"));
    }
}

} // namespace salesbench::testing
