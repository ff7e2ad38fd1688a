// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace salesbench {

namespace {

constexpr QColor rgb(QRgb value)
{
    return QColor(qRed(value), qGreen(value), qBlue(value));
}

Theme makeLight()
{
    return {.isDark = false,
            .window = rgb(0xF3F4F6),
            .base = rgb(0xFFFFFF),
            .alt = rgb(0xFAFAFC),
            .panel = rgb(0xFAFBFC),
            .header = rgb(0xF8F8FA),
            .hair = rgb(0xE4E5EA),
            .line = rgb(0xCBCED6),
            .text = rgb(0x1B1E25),
            .text2 = rgb(0x50565F),
            .text3 = rgb(0x686E79),
            .selectedText = rgb(0x1B1E25),
            .accent = rgb(0x3F51BF),
            .accentHover = rgb(0x3545A6),
            .onAccent = rgb(0xFFFFFF),
            .accentTint = rgb(0xEDEFFB),
            .sel = rgb(0xE4E8FA),
            .hover = rgb(0xF1F2F5),
            .selPill = rgb(0xFFFFFF),
            .focus = rgb(0x3F51BF),
            .sync = rgb(0xB26A00),
            .hot = rgb(0xB93A14),
            .warm = rgb(0x8A5A00),
            .cold = rgb(0x49688A),
            .chart1 = rgb(0x3F51BF),
            .chart2 = rgb(0x7D8BDC),
            .chart3 = rgb(0xB4BDEE),
            .chartAccepted = rgb(0x3F9460),
            .chartPending = rgb(0xC1881A),
            .chartInProgress = rgb(0x3F8CC0),
            .chartAcknowledged = rgb(0x8B94A3),
            .chartRejected = rgb(0xC6605B),
            .shadow = QColor(20, 24, 40, 56),
            .pills = {{{rgb(0x465062), rgb(0xE9ECF1)},
                       {rgb(0x0A5C92), rgb(0xDFEFFA)},
                       {rgb(0x7D4C05), rgb(0xFAEFD6)},
                       {rgb(0x0C625E), rgb(0xDAF1EF)},
                       {rgb(0x1A6638), rgb(0xDFF2E5)},
                       {rgb(0xA12828), rgb(0xFAE4E3)},
                       {rgb(0x5B616C), rgb(0xF6F6F8)}}}};
}

Theme makeDark()
{
    return {.isDark = true,
            .window = rgb(0x17191D),
            .base = rgb(0x1D1F24),
            .alt = rgb(0x202227),
            .panel = rgb(0x1A1C20),
            .header = rgb(0x1B1D22),
            .hair = rgb(0x2C2F36),
            .line = rgb(0x434751),
            .text = rgb(0xE7E8EB),
            .text2 = rgb(0xB0B5BF),
            .text3 = rgb(0x9197A3),
            .selectedText = rgb(0xF2F3F6),
            .accent = rgb(0x97A5FF),
            .accentHover = rgb(0xAAB5FF),
            .onAccent = rgb(0x12141C),
            .accentTint = rgb(0x242A45),
            .sel = rgb(0x2B3255),
            .hover = rgb(0x24272D),
            .selPill = rgb(0x1D1F24),
            .focus = rgb(0x97A5FF),
            .sync = rgb(0xF0B04A),
            .hot = rgb(0xFF9A73),
            .warm = rgb(0xE3B65C),
            .cold = rgb(0x93B4DA),
            .chart1 = rgb(0x97A5FF),
            .chart2 = rgb(0x6C7BD6),
            .chart3 = rgb(0x4A5596),
            .chartAccepted = rgb(0x4E9F6B),
            .chartPending = rgb(0xD9A441),
            .chartInProgress = rgb(0x4C97C9),
            .chartAcknowledged = rgb(0x7E8796),
            .chartRejected = rgb(0xCC6F6A),
            .shadow = QColor(0, 0, 0, 153),
            .pills = {{{rgb(0xBCC4D2), rgb(0x2D323B)},
                       {rgb(0x84C7F4), rgb(0x15334A)},
                       {rgb(0xEBBF70), rgb(0x3B2E14)},
                       {rgb(0x79D2CB), rgb(0x133735)},
                       {rgb(0x84D4A0), rgb(0x183825)},
                       {rgb(0xF5A09B), rgb(0x44211F)},
                       {rgb(0xA3A8B3), rgb(0x23252B)}}}};
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::of(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? dark() : light();
}

const Theme &Theme::current()
{
    return of(QGuiApplication::palette());
}

QColor Theme::rating(QStringView rating) const
{
    if (rating == QLatin1StringView("hot"))
        return hot;
    if (rating == QLatin1StringView("warm"))
        return warm;
    return rating == QLatin1StringView("cold") ? cold : text2;
}

QPalette Theme::palette() const
{
    QPalette result(text, window, line, hair, hair, text, text, base, window);
    result.setColor(QPalette::Button, base);
    result.setColor(QPalette::Light, hair);
    result.setColor(QPalette::Mid, line);
    result.setColor(QPalette::AlternateBase, alt);
    result.setColor(QPalette::Highlight, sel);
    result.setColor(QPalette::HighlightedText, selectedText);
    result.setColor(QPalette::PlaceholderText, text3);
    result.setColor(QPalette::ToolTipBase, base);
    result.setColor(QPalette::ToolTipText, text);
    result.setColor(QPalette::Link, accent);
    result.setColor(QPalette::LinkVisited, accent);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, text3);
    return result;
}

QColor avatarColor(QStringView personId)
{
    static constexpr std::array colors{rgb(0x5566C9), rgb(0xA3548C), rgb(0x3E7F76), rgb(0xA65F29),
                                       rgb(0x6B5AA8), rgb(0x4A7695), rgb(0x7A5C4A)};
    // Not qHash: its seed differs between runs.
    uint sum = 0;
    for (QChar character : personId)
        sum = sum * 31 + character.unicode();
    return colors[sum % colors.size()];
}

QColor avatarTextColor()
{
    return rgb(0xFFFFFF);
}

QString initials(const QString &name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const QString first = words.first().left(1);
    return (words.size() > 1 ? first + words.last().left(1) : first).toUpper();
}

QFont uiFont(int pixelSize, QFont::Weight weight)
{
    static const QStringList families = [] {
        const QStringList known = QFontDatabase::families();
        QStringList result;
        for (const QString &family : {QStringLiteral("Inter"), QStringLiteral("Noto Sans")}) {
            if (known.contains(family))
                result.append(family);
        }
        return result;
    }();
    QFont font = QGuiApplication::font();
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    return font;
}

} // namespace salesbench
