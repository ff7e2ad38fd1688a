// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>

namespace salesbench::testing {

/// Settings and application data of this test alone, thrown away with it.
class OwnSettings {
public:
    OwnSettings()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("salesbench-test"));
        QCoreApplication::setApplicationName(QStringLiteral("test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory.path());
        QStandardPaths::setTestModeEnabled(false); // which would share them with other tests
        qputenv("XDG_DATA_HOME", m_directory.path().toUtf8());
    }

private:
    QTemporaryDir m_directory;
};

/// Saves a picture of @p widget where SALESBENCH_PICTURES says, and does nothing without it.
inline void takePicture(QWidget *widget, const QString &name)
{
    const QString directory = qEnvironmentVariable("SALESBENCH_PICTURES");
    if (!directory.isEmpty())
        widget->grab().save(directory + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace salesbench::testing
