#include "ui/document/workspace.h"

#include <QFileInfo>
#include <utility>

#include "ui/base/text_bridge.h"
#include "ui/document/file_name.h"

namespace postwright::ui {
namespace {

constexpr int kKeepMs = 400;   // what a crash may cost, with the time to write it below one second
constexpr int kSettleMs = 100; // editors write, rename and touch: look once when they are done

} // namespace

Workspace::Workspace(DocumentFactory makeDocument, QObject* parent)
    : QObject(parent), m_makeDocument(std::move(makeDocument)), m_journal(Journal::usualFolder()) {
  m_keepSoon.setSingleShot(true);
  m_keepSoon.setInterval(kKeepMs);
  connect(&m_keepSoon, &QTimer::timeout, this, &Workspace::keepUnsaved);
  connect(&m_journal, &Journal::failed, this, &Workspace::journalFailed);
  connect(&m_journal, &Journal::recovered, this, &Workspace::journalRecovered);
  m_checkFilesSoon.setSingleShot(true);
  m_checkFilesSoon.setInterval(kSettleMs);
  connect(&m_checkFilesSoon, &QTimer::timeout, this, &Workspace::onFilesChanged);
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_checkFilesSoon.start(); });
  connect(&m_site, &SiteSession::loaded, this, [this] { m_checkFilesSoon.start(); });
  connect(&m_site, &SiteSession::refreshed, this, [this] { m_checkFilesSoon.start(); });
}

Workspace::~Workspace() {
  keepUnsaved();
}

Result<PostBuffer*> Workspace::open(const QString& file) {
  const QString name = canonicalName(file);
  if (PostBuffer* known = m_buffers.value(name)) return known;
  auto* buffer = new PostBuffer(name, m_makeDocument(), this);
  const Result<void> loaded = buffer->load();
  const bool restored = (loaded || loaded.error().code == ErrorCode::FileVanished) && restoreInto(*buffer);
  if (!loaded && !restored) {
    delete buffer;
    return failure(loaded.error());
  }
  m_buffers.insert(name, buffer);
  connectBuffer(buffer);
  watch(*buffer);
  if (restored) {
    shareText(*buffer);
    emit modifiedChanged(buffer);
  }
  return buffer;
}

void Workspace::connectBuffer(PostBuffer* buffer) {
  connect(buffer, &PostBuffer::changed, this, [this, buffer] {
    m_toKeep.insert(buffer);
    if (!m_keepSoon.isActive()) m_keepSoon.start();
    if (buffer == m_current) emit textChanged();
  });
  connect(buffer, &PostBuffer::frontMatterChanged, this, [this, buffer] { shareText(*buffer); });
  connect(buffer, &PostBuffer::modifiedChanged, this, [this, buffer](bool modified) {
    if (!modified) m_journal.forget(buffer->file());
    emit modifiedChanged(buffer);
  });
}

bool Workspace::restoreInto(PostBuffer& buffer) {
  if (!buffer.readOnlyReason().isEmpty()) return false; // the text waits until the file can be changed again
  const auto text = m_journal.takeLeft(buffer.file());
  if (!text) return false;
  const bool restored = buffer.restore(text->bytes, text->base);
  if (!restored) m_journal.forget(buffer.file());
  return restored;
}

void Workspace::openUnsaved() {
  for (PostBuffer* buffer : modified())
    shareText(*buffer); // it stayed open while another site was
  m_journal.lookForLeft();
  for (const QString& file : m_journal.leftFiles()) {
    if (!m_site.relativePath(file).empty()) (void)open(file); // one that cannot be opened stays where it is
  }
}

QStringList Workspace::unsavedFiles() const {
  QStringList files;
  for (const PostBuffer* buffer : modified())
    if (buffer != m_current && pathOf(*buffer).empty()) files << buffer->file();
  return files + m_journal.leftFiles();
}

bool Workspace::hasUnsaved(const QString& file) const {
  return find(file) != nullptr || m_journal.leftFiles().contains(canonicalName(file));
}

void Workspace::keepUnsaved() {
  for (const PostBuffer* buffer : std::as_const(m_toKeep)) {
    if (buffer->isModified()) m_journal.keep({buffer->file(), buffer->bytes(), buffer->base()});
  }
  m_toKeep.clear();
}

Result<PostBuffer*> Workspace::openPost(const std::string& path) {
  return open(m_site.absolutePath(path));
}

PostBuffer* Workspace::find(const QString& file) const {
  return m_buffers.value(canonicalName(file));
}

void Workspace::setCurrent(PostBuffer* buffer) {
  if (buffer == m_current) return;
  if (m_current != nullptr) {
    m_current->endVisit();
    if (m_current->isModified()) shareText(*m_current); // so that the next page is rendered with it
  }
  m_current = buffer;
  emit currentChanged(buffer);
}

void Workspace::closeAll() {
  setCurrent(nullptr);
  m_toKeep.clear();
  const QList<PostBuffer*> buffers = m_buffers.values();
  for (PostBuffer* buffer : buffers) {
    // what was typed while another site was being read
    if (buffer->isModified() && !m_journal.leave({buffer->file(), buffer->bytes(), buffer->base()})) continue;
    m_buffers.remove(buffer->file());
    buffer->deleteLater();
  }
  if (const QStringList files = m_watcher.files(); !files.isEmpty()) m_watcher.removePaths(files);
}

std::vector<PostBuffer*> Workspace::modified() const {
  std::vector<PostBuffer*> result;
  for (PostBuffer* buffer : m_buffers) {
    if (buffer->isModified()) result.push_back(buffer);
  }
  return result;
}

std::string Workspace::pathOf(const PostBuffer& buffer) const {
  return m_site.relativePath(buffer.file());
}

site::DocumentPointer Workspace::documentOf(const PostBuffer& buffer) const {
  const std::string path = pathOf(buffer);
  return m_site.current() && !path.empty() ? m_site.current()->document(path) : nullptr;
}

render::Request Workspace::requestFor(const PostBuffer& buffer, const DateTime& now) const {
  const bool inSite = documentOf(buffer) != nullptr;
  return {inSite ? m_site.current() : nullptr, inSite ? pathOf(buffer) : toUtf8(buffer.file()),
          buffer.bytes(), now, render::Drafts::Auto};
}

std::optional<render::Request> Workspace::requestForPath(const std::string& path, const DateTime& now) const {
  const QString file = m_site.absolutePath(path);
  if (const PostBuffer* buffer = find(file)) return requestFor(*buffer, now);
  Result<FileContent> content = readFile(toUtf8(file));
  if (!content) return std::nullopt;
  return render::Request{m_site.current(), path, std::move(content->bytes), now, render::Drafts::Auto};
}

std::optional<front_matter::Refusal> Workspace::setDraft(const std::string& path, bool draft) {
  const Result<PostBuffer*> buffer = openPost(path);
  if (!buffer) return front_matter::Refusal{"file", describe(buffer.error()), {}};
  (*buffer)->endVisit();
  auto refusal = (*buffer)->setField({std::string("is_draft")},
                                     {front_matter::ScalarType::Bool, draft ? "true" : "false"});
  (*buffer)->endVisit();
  return refusal;
}

void Workspace::shareText(PostBuffer& buffer) {
  if (const std::string path = pathOf(buffer); !path.empty()) m_site.setUnsaved(path, buffer.bytes());
}

Result<void> Workspace::save(PostBuffer& buffer) {
  const Result<void> saved = buffer.save();
  if (saved) afterSaving(buffer);
  return saved;
}

Result<void> Workspace::overwrite(PostBuffer& buffer) {
  const Result<void> saved = buffer.overwrite();
  if (saved) afterSaving(buffer);
  return saved;
}

void Workspace::afterSaving(PostBuffer& buffer) {
  if (const std::string path = pathOf(buffer); !path.empty()) m_site.setSaved(path, buffer.bytes());
  watch(buffer); // the file was replaced: the old watch is on what is gone
}

void Workspace::watch(PostBuffer& buffer) {
  m_watcher.removePath(buffer.file());
  m_watcher.addPath(buffer.file());
}

void Workspace::onFilesChanged() {
  for (PostBuffer* buffer : std::as_const(m_buffers)) {
    watch(*buffer);
    if (!buffer->differsFromDisk()) continue;
    if (buffer->isModified() || !QFileInfo::exists(buffer->file())) {
      emit diskConflict(buffer);
    } else if (buffer->reload()) {
      if (const std::string path = pathOf(*buffer); !path.empty()) m_site.setSaved(path, buffer->bytes());
      emit reloaded(buffer);
    }
  }
}

} // namespace postwright::ui
