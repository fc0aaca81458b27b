#include "ui/form/image_field.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

#include "ui/base/icons.h"
#include "ui/form/field_box.h"
#include "ui/form/field_button.h"
#include "ui/form/field_spec.h"
#include "ui/form/line_edit.h"
#include "ui/form/site_image.h"

namespace postwright::ui {
namespace {

constexpr int kSide = 20;
constexpr int kLinkSide = 14;

} // namespace

ImageField::ImageField(const Row& row, QWidget* parent)
    : TextField(row, parent),
      m_thumbnail(new QLabel),
      m_pick(makeFieldButton(
          QString(), isImage() ? tr("Choose an image of the site") : tr("Choose a file of the site"))) {
  setAcceptDrops(true);
  line()->setAcceptDrops(false); // a file dropped on the text is the field's
  m_thumbnail->setObjectName(QStringLiteral("thumbnail"));
  m_thumbnail->setFixedSize(kSide, kSide);
  m_thumbnail->setAlignment(Qt::AlignCenter);
  m_thumbnail->setCursor(Qt::ArrowCursor);
  m_thumbnail->hide();
  m_pick->setText(QStringLiteral("…"));
  m_pick->setToolButtonStyle(Qt::ToolButtonTextOnly);
  m_pick->setFocusPolicy(Qt::TabFocus);
  box()->row()->insertWidget(0, m_thumbnail);
  box()->add(m_pick);
  adopt(m_pick);
  connect(line(), &QLineEdit::textChanged, this, &ImageField::updateThumbnail);
  connect(m_pick, &QToolButton::clicked, this, &ImageField::pick);
}

void ImageField::apply(const FieldState& before, bool isFirst) {
  TextField::apply(before, isFirst);
  m_pick->setVisible(!state().imageRoot.isEmpty());
  updateThumbnail();
}

void ImageField::applyLock(bool locked) {
  TextField::applyLock(locked);
  m_pick->setEnabled(!locked);
}

void ImageField::updateThumbnail() {
  const bool isOnTheWeb = leadsToTheWeb(typedText());
  const QString file = isOnTheWeb ? QString() : siteImageFile(state().imageRoot, typedText());
  if (file == m_shownFile && isOnTheWeb == m_showsLink) return;
  m_shownFile = file;
  m_showsLink = isOnTheWeb;
  if (isOnTheWeb) return showLink();
  const qreal ratio = devicePixelRatioF();
  QPixmap picture = file.isEmpty() || !looksLikeImage(file.section(QLatin1Char('/'), -1))
                        ? QPixmap()
                        : thumbnail(file, static_cast<int>(kSide * ratio));
  picture.setDevicePixelRatio(ratio);
  m_thumbnail->setPixmap(picture);
  m_thumbnail->setVisible(!picture.isNull());
  m_thumbnail->setToolTip(QFileInfo(file).fileName());
}

// Nothing is ever fetched, and a frame without its picture would say that something is wrong.
void ImageField::showLink() {
  m_thumbnail->setPixmap(
      icon(QStringLiteral("insert-link")).pixmap(QSize(kLinkSide, kLinkSide), devicePixelRatioF()));
  m_thumbnail->setToolTip(tr("On the web; it is not loaded here"));
  m_thumbnail->show();
}

void ImageField::changeEvent(QEvent* event) {
  TextField::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_showsLink) showLink(); // its colour is the theme's
}

QString ImageField::droppedFile(const QMimeData* data) const {
  if (!data->hasUrls() || data->urls().size() != 1) return {};
  const QString file = data->urls().first().toLocalFile();
  const bool fits = !isImage() || looksLikeImage(QFileInfo(file).suffix().prepend(QLatin1String("x.")));
  return fits ? file : QString();
}

void ImageField::pick() {
  const QString start = m_shownFile.isEmpty() ? state().imageRoot : m_shownFile;
  const QString file =
      isImage() ? QFileDialog::getOpenFileName(this, tr("Choose an image"), start,
                                               tr("Images (*.png *.jpg *.jpeg *.gif *.svg *.webp *.avif)"))
                : QFileDialog::getOpenFileName(this, tr("Choose a file"), start);
  if (!file.isEmpty()) takeFile(file);
}

void ImageField::takeFile(const QString& file) {
  const QString sitePath = sitePathOf(state().imageRoot, file, state().text);
  if (sitePath.isEmpty()) {
    emit imageDropped(path(), file);
  } else {
    enter(sitePath);
  }
}

void ImageField::dragEnterEvent(QDragEnterEvent* event) {
  if (!isLocked() && !droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void ImageField::dropEvent(QDropEvent* event) {
  const QString file = droppedFile(event->mimeData());
  if (file.isEmpty() || isLocked()) return;
  event->acceptProposedAction();
  takeFile(file);
}

} // namespace postwright::ui
