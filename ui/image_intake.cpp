#include "ui/image_intake.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <utility>

#include "ui/base/pictures.h"
#include "ui/base/text_bridge.h"
#include "ui/editor/markdown_editor.h"

namespace postwright::ui {

ImageIntake::ImageIntake(Workspace& workspace, MarkdownEditor* editor, MessageBar* bar)
    : QObject(bar), m_workspace(workspace), m_editor(editor), m_bar(bar) {
  connect(m_bar, &MessageBar::actionTriggered, this, &ImageIntake::accept);
  connect(m_bar, &MessageBar::closed, this, &ImageIntake::withdraw);
  connect(&m_workspace, &Workspace::currentChanged, this, &ImageIntake::withdraw);
}

/// What a picture must lie below to be shown: the site, or the folder of a file that has none.
QString ImageIntake::root() const {
  const site::SitePointer& site = m_workspace.site().onDisk();
  return site ? toQString(site->source()) : QFileInfo(m_workspace.current()->file()).absolutePath();
}

/// Relative to root(); empty: root itself.
QString ImageIntake::folder() const {
  return m_workspace.site().onDisk() ? pictureFolder(root()) : QString();
}

QString ImageIntake::urlOf(const QString& relative) const {
  return m_workspace.site().onDisk() ? QLatin1Char('/') + relative : relative;
}

void ImageIntake::takeFile(const QString& file) {
  if (m_workspace.current() == nullptr) return;
  const QString relative =
      QDir(QFileInfo(root()).canonicalFilePath()).relativeFilePath(QFileInfo(file).canonicalFilePath());
  if (!relative.startsWith(QLatin1String(".."))) {
    m_editor->insertImage(urlOf(relative), QFileInfo(file).completeBaseName());
  } else {
    offer({file, {}, QFileInfo(file).fileName(), m_editor->textCursor(), {}});
  }
}

void ImageIntake::takePicture(const QImage& picture) {
  if (m_workspace.current() == nullptr) return;
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (picture.save(&buffer, "PNG")) offer({{}, bytes, nameForPasted(), m_editor->textCursor(), {}});
}

void ImageIntake::takeForField(const front_matter::Path& field, const QString& file) {
  if (m_workspace.current() != nullptr)
    offer({file, {}, QFileInfo(file).fileName(), m_editor->textCursor(), field});
}

QString ImageIntake::nameForPasted() const {
  return QFileInfo(m_workspace.current()->file()).completeBaseName() + QStringLiteral(".png");
}

void ImageIntake::offer(Offered offered) {
  m_offered.push_back(std::move(offered));
  const Offered& first = m_offered.front();
  const QString where = folder().isEmpty() ? tr("beside the post") : tr("into %1").arg(folder());
  const QString what = m_offered.size() > 1   ? tr("%1 pictures are not in the site").arg(m_offered.size())
                       : first.file.isEmpty() ? tr("The pasted picture is not in the site")
                                              : tr("%1 is not in the site").arg(first.name);
  m_bar->showMessage(MessageBar::Kind::Info, what);
  m_bar->setAction(tr("Copy %1 and insert").arg(where), tr("No file is replaced; undo removes the text"));
}

void ImageIntake::accept() {
  m_bar->hide();
  for (const Offered& offered : std::exchange(m_offered, {})) {
    if (!insert(offered)) return;
  }
}

bool ImageIntake::insert(const Offered& offered) {
  const Result<QString> url = copy(offered);
  if (!url) {
    emit failed(toQString(describe(url.error())));
    return false;
  }
  if (!offered.field.empty()) {
    const auto refusal =
        m_workspace.current()->setField(offered.field, {front_matter::ScalarType::String, toUtf8(*url)});
    m_workspace.current()->endVisit();
    if (refusal) emit failed(toQString(refusal->message));
    return !refusal;
  }
  m_editor->setTextCursor(offered.place);
  m_editor->insertImage(*url,
                        offered.file.isEmpty() ? QString() : QFileInfo(offered.file).completeBaseName());
  m_editor->setFocus();
  return true;
}

/// Returns the URL of the picture in the site.
Result<QString> ImageIntake::copy(const Offered& offered) const {
  std::string bytes = offered.bytes.toStdString();
  if (!offered.file.isEmpty()) {
    Result<FileContent> source = readFile(toUtf8(offered.file));
    if (!source) return failure(source.error());
    bytes = std::move(source->bytes);
  }
  const QString below = folder();
  const Result<QString> name = addPicture(QDir(root()).filePath(below), offered.name, bytes);
  if (!name) return failure(name.error());
  return urlOf(below.isEmpty() ? *name : below + QLatin1Char('/') + *name);
}

void ImageIntake::withdraw() {
  m_offered.clear();
  m_bar->hide();
}

} // namespace postwright::ui
