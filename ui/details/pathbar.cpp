// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/pathbar.h"

#include "models/domain/words.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>

#include <numeric>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int PathHeight = 28;
constexpr int PathArrow = 9;
constexpr int PathGap = 3;
constexpr int MostInRow = 3; ///< buttons

bool isMainMove(Move move)
{
    return move.to == State::Accepted || move.to == State::Approved
        || (move.to == State::InProgress && move.from != State::Approved);
}

} // namespace

PathView::PathView(ResourceKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PathView::setState(std::optional<State> state)
{
    m_state = state;
    setAccessibleName(state ? tr("Lifecycle: %1").arg(stateWord(m_kind, *state)) : tr("Lifecycle: unknown status"));
    update();
}

QVector<State> PathView::parts() const
{
    QVector<State> result;
    for (State state : resourceType(m_kind).lifecycle.states()) {
        if (!needsReason(state))
            result.append(state);
    }
    if (m_state && needsReason(*m_state))
        result.last() = *m_state;
    return result;
}

QSize PathView::sizeHint() const
{
    return {300, PathHeight};
}

void PathView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(uiFont(12, QFont::Medium));
    const QVector<State> all = parts();
    for (int i = 0; i < all.size(); ++i)
        paintPart(painter, i, all);
}

std::pair<double, double> PathView::edges(const QFontMetrics &metrics, const QVector<State> &parts, int index) const
{
    QVector<double> texts;
    for (State state : parts)
        texts.append(metrics.horizontalAdvance(stateWord(m_kind, state)));
    const double needed = std::accumulate(texts.begin(), texts.end(), 0.0);
    const qsizetype count = parts.size();
    const double spare = (width() - 1.0 + (PathArrow - PathGap) * double(count - 1) - needed) / double(count);
    const double before = std::accumulate(texts.begin(), texts.begin() + index, 0.0) + spare * index;
    const double left = before - (PathArrow - PathGap) * index + 0.5;
    return {left, left + texts[index] + spare};
}

void PathView::paintPart(QPainter &painter, int index, const QVector<State> &parts) const
{
    const Theme &theme = Theme::of(palette());
    const int count = int(parts.size());
    const int current = m_state ? int(parts.indexOf(*m_state)) : -1;
    const auto [left, right] = edges(painter.fontMetrics(), parts, index);
    const double notch = index == 0 ? 0 : PathArrow;
    const double tip = index == count - 1 ? 0 : PathArrow;
    const double top = 0.5;
    const double bottom = height() - 0.5;
    const double middle = height() / 2.0;

    QPainterPath shape(QPointF(left, top));
    shape.lineTo(right - tip, top);
    shape.lineTo(right, middle);
    shape.lineTo(right - tip, bottom);
    shape.lineTo(left, bottom);
    shape.lineTo(left + notch, middle);
    shape.closeSubpath();

    const bool ended = index == current && needsReason(parts[index]);
    QColor fill = index < current ? theme.accentTint : index == current ? theme.accent : theme.base;
    QColor ink = index < current ? theme.accent : index == current ? theme.onAccent : theme.text3;
    QColor edge = index <= current ? theme.accent : theme.line;
    if (ended) {
        fill = theme.pill(parts[index]).fill;
        ink = edge = theme.pill(parts[index]).fg;
    }
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawPath(shape);
    painter.setPen(ink);
    const QRectF box(left + notch, top, right - left - notch - tip, bottom - top);
    const QString text = painter.fontMetrics().elidedText(stateWord(m_kind, parts[index]), Qt::ElideRight,
                                                          int(box.width()) + 4);
    painter.drawText(box.adjusted(-2, 0, 2, 0), Qt::AlignCenter, text);
}

PathBar::PathBar(ResourceKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_path(new PathView(kind, this))
    , m_buttons(new QHBoxLayout)
    , m_moreButtons(new QHBoxLayout)
    , m_foreign(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_error(new QLabel(this))
{
    m_reason->setObjectName(u"reason"_s);
    m_reason->setAccessibleName(tr("Reason for the change"));
    m_reason->setPlaceholderText(tr("Reason (needed to reject or cancel)"));
    connect(m_reason, &QLineEdit::textEdited, this, [this] { setError({}); });
    m_foreign->setObjectName(u"foreignStatus"_s);
    m_foreign->setProperty("look", u"secondary"_s);
    m_foreign->setWordWrap(true);
    m_foreign->hide();
    m_error->setObjectName(u"reasonError"_s);
    m_error->setProperty("look", u"error"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    for (QHBoxLayout *row : {m_buttons, m_moreButtons})
        row->setSpacing(8);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addWidget(m_path);
    all->addLayout(m_buttons);
    all->addLayout(m_moreButtons);
    all->addWidget(m_foreign);
    all->addWidget(m_reason);
    all->addWidget(m_error);
}

void PathBar::setStatus(const QString &status)
{
    if (status == m_status)
        return;
    m_status = status;
    const auto state = stateFromText(status);
    m_path->setState(state);
    m_foreign->setText(tr("“%1” is no status of TMF699. It is kept as it is; no step leads on from it.").arg(status));
    m_foreign->setVisible(!state && !status.isEmpty());
    rebuildButtons(state);
    setError({});
}

void PathBar::rebuildButtons(std::optional<State> state)
{
    m_main = nullptr;
    for (QHBoxLayout *row : {m_buttons, m_moreButtons})
        clearLayout(row);
    const std::vector<State> moves = state ? resourceType(m_kind).lifecycle.next(*state) : std::vector<State>();
    for (State to : moves) {
        auto *button = new QPushButton(moveWord(m_kind, {*state, to}), this);
        button->setObjectName(u"move-"_s + toText(to));
        button->setProperty("compact", true);
        button->setProperty("look", needsReason(to) ? u"danger"_s : isMainMove({*state, to}) ? u"primary"_s : QString());
        if (isMainMove({*state, to}))
            m_main = button;
        connect(button, &QPushButton::clicked, this, [this, to] { request(to); });
        const bool fits = moves.size() <= MostInRow || m_buttons->count() < MostInRow - 1;
        (fits ? m_buttons : m_moreButtons)->addWidget(button, isMainMove({*state, to}) || moves.size() > MostInRow);
    }
    m_reason->setVisible(!moves.empty());
}

void PathBar::request(State to)
{
    const QString reason = m_reason->text().trimmed();
    if (needsReason(to) && reason.isEmpty()) {
        setError(tr("Write the reason first: “%1” needs one.").arg(moveWord(m_kind, {stateFromText(m_status).value_or(to), to})));
        m_reason->setFocus();
        return;
    }
    Q_EMIT moveRequested(to, reason);
}

void PathBar::pressMain()
{
    if (m_main)
        m_main->click();
}

void PathBar::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_reason->setProperty("look", sentence.isEmpty() ? QString() : u"error"_s);
    m_reason->style()->polish(m_reason);
    m_reason->setAccessibleDescription(sentence);
}

void PathBar::clearReason()
{
    m_reason->clear();
}

} // namespace salesbench
