#include "ui/base/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <utility>

namespace postwright::ui {
namespace {

/// Paints a theme's icon as a silhouette in one of our colours, so that every theme looks of one family.
class TintedIconEngine : public QIconEngine {
 public:
  TintedIconEngine(QString name, Role role) : m_name(std::move(name)), m_role(role) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, tinted(rect.size() * ratio, mode, state));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return tinted(size, mode, state);
  }
  QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_role); }
  QString iconName() override { return m_name; }
  bool isNull() override { return false; }

 private:
  QColor tint(QIcon::Mode mode, QIcon::State state) const {
    if (mode == QIcon::Disabled) return color(Role::Line);
    if (mode == QIcon::Selected || state == QIcon::On) return color(Role::Accent);
    return color(m_role);
  }
  QPixmap tinted(const QSize& size, QIcon::Mode mode, QIcon::State state) const {
    QPixmap shape = QIcon::fromTheme(m_name).pixmap(size);
    shape.setDevicePixelRatio(1);
    QPixmap image(size);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QPoint topLeft((size.width() - shape.width()) / 2, (size.height() - shape.height()) / 2);
    painter.drawPixmap(topLeft, shape);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), tint(mode, state));
    return image;
  }

  QString m_name;
  Role m_role;
};

} // namespace

QIcon icon(const QString& name, Role role) {
  return QIcon(new TintedIconEngine(name, role));
}

void useIconThemes() {
  if (QIcon::themeName().isEmpty() || QIcon::themeName() == QLatin1String("hicolor")) {
    QIcon::setThemeName(QStringLiteral("breeze"));
  }
  QIcon::setFallbackThemeName(QStringLiteral("breeze"));
}

} // namespace postwright::ui
