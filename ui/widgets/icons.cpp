// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "ui/widgets/theme.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr qreal Grid = 16;
constexpr qreal Stroke = 1.3;

QString fileOf(const QString &name)
{
    return u":/salesbench/icons/"_s + name + u".svg";
}

/// The drawing with its lines @p stroke grid units thick.
QByteArray drawing(const QString &name, const QColor &color, qreal stroke)
{
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon called %ls.", qUtf16Printable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("stroke-width=\"1.3\"",
                QByteArray("stroke-width=\"" + QByteArray::number(stroke, 'f', 3) + '"'));
    return svg;
}

QPixmap render(const QByteArray &svg, int size, qreal devicePixelRatio)
{
    if (svg.isEmpty())
        return {};
    QSvgRenderer renderer(svg);
    QPixmap result(QSize(size, size) * devicePixelRatio);
    result.setDevicePixelRatio(devicePixelRatio);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return result;
}

QColor inkColor(IconInk ink, const Theme &theme)
{
    switch (ink) {
    case IconInk::Muted:
        return theme.text3;
    case IconInk::Text:
        return theme.text;
    case IconInk::Accent:
        return theme.accent;
    case IconInk::OnAccent:
        return theme.onAccent;
    case IconInk::Danger:
        return theme.pill(State::Rejected).fg;
    case IconInk::Secondary:
        break;
    }
    return theme.text2;
}

/// Asks for the theme when it paints, so that icons set long ago follow a change of it.
class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(const QString &name, IconInk ink)
        : m_name(name)
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int size = std::min(rect.width(), rect.height());
        const QPixmap picture =
            iconPixmap(m_name, color(mode, state), size, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.center() - QPoint(size - 1, size - 1) / 2, picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const int side = qRound(std::min(size.width(), size.height()) / scale);
        return iconPixmap(m_name, color(mode, state), side, scale);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }
    QString key() const override { return u"salesbench"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(fileOf(m_name)); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme &theme = Theme::current();
        if (mode == QIcon::Disabled)
            return m_ink == IconInk::OnAccent ? theme.text2 : theme.text3;
        return inkColor(state == QIcon::On && m_ink == IconInk::Secondary ? IconInk::Accent : m_ink, theme);
    }

    QString m_name;
    IconInk m_ink;
};

} // namespace

QIcon icon(const QString &name, IconInk ink)
{
    return QFile::exists(fileOf(name)) ? QIcon(new LineIconEngine(name, ink)) : QIcon();
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    const QString key =
        u"salesbench-icon %1 %2 %3 %4"_s.arg(name, color.name()).arg(size).arg(devicePixelRatio);
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;
    const qreal stroke = Stroke * Grid / size * std::max(1.0, size / 20.0);
    result = render(drawing(name, color, stroke), size, devicePixelRatio);
    if (!result.isNull())
        QPixmapCache::insert(key, result);
    return result;
}

QPixmap appTile(int size, qreal devicePixelRatio)
{
    const Theme &theme = Theme::current();
    QPixmap result(QSize(size, size) * devicePixelRatio);
    result.setDevicePixelRatio(devicePixelRatio);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2);
    const int glyph = qRound(size * 0.75);
    const qreal stroke = Stroke * 1.5;
    painter.drawPixmap(QPointF(size - glyph, size - glyph) / 2,
                       render(drawing(u"trend"_s, theme.onAccent, stroke), glyph, devicePixelRatio));
    return result;
}

QIcon appIcon()
{
    QIcon result;
    for (int size : {16, 24, 32, 48, 64, 128})
        result.addPixmap(render(drawing(u"salesbench"_s, {}, Stroke), size, 1.0));
    return result;
}

QStringList iconNames()
{
    QStringList result;
    for (const QString &file : QDir(u":/salesbench/icons"_s).entryList({u"*.svg"_s}))
        result.append(file.chopped(4));
    result.removeOne(u"salesbench"_s);
    return result;
}

} // namespace salesbench
