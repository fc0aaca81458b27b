// Everything that is open: the site, and each post that was looked at, with its text, undo and state, until
// the site is closed. Choosing another post never asks anything. A file changed by another program is told
// apart here.
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <functional>
#include <string>
#include <vector>

#include "app/render/page.h"
#include "ui/document/journal.h"
#include "ui/document/post_buffer.h"
#include "ui/document/site_session.h"

namespace postwright::ui {

class Workspace : public QObject {
  Q_OBJECT

 public:
  /// Makes the empty document of a file; the editor has its own kind.
  using DocumentFactory = std::function<QTextDocument*()>;

  explicit Workspace(DocumentFactory makeDocument, QObject* parent = nullptr);
  ~Workspace() override;

  SiteSession& site() { return m_site; }
  const SiteSession& site() const { return m_site; }

  /// The open buffer of an absolute file, opened now when it was not, with the text that was not saved when
  /// the program ended. Errors as PostBuffer::load.
  Result<PostBuffer*> open(const QString& file);
  /// The same for a post of the site, by its path below the source folder.
  Result<PostBuffer*> openPost(const std::string& path);
  /// Null when it is not open.
  PostBuffer* find(const QString& file) const;

  PostBuffer* current() const { return m_current; }
  void setCurrent(PostBuffer* buffer); ///< null: nothing
  /// Drops every buffer; unsaved text is left in the journal, and one that cannot be written there stays
  /// open.
  void closeAll();

  /// Opens the files of the site whose texts were not saved when the program ended.
  void openUnsaved();
  /// Such files, in the open site or not, newest first, and before them those of another site that stayed
  /// open.
  QStringList unsavedFiles() const;
  /// Whether there is unsaved text of the file, which may be gone with its folder.
  bool hasUnsaved(const QString& file) const;

  std::vector<PostBuffer*> modified() const;
  /// Site-relative path of a buffer; empty for a file outside the open site.
  std::string pathOf(const PostBuffer& buffer) const;
  /// The document as the generator reads the buffer's text now; null outside a site.
  site::DocumentPointer documentOf(const PostBuffer& buffer) const;

  /// What to render for the buffer as it stands; every other unsaved text is in the request's site.
  render::Request requestFor(const PostBuffer& buffer, const DateTime& now) const;
  /// The same for any document of the site, open or not; nothing when it cannot be read.
  std::optional<render::Request> requestForPath(const std::string& path, const DateTime& now) const;

  /// Sets the draft state of a post, in one undo step; opens the post when it was not. Nothing when it was
  /// done.
  std::optional<front_matter::Refusal> setDraft(const std::string& path, bool draft);

  Result<void> save(PostBuffer& buffer);
  Result<void> overwrite(PostBuffer& buffer);

 signals:
  void currentChanged(postwright::ui::PostBuffer* buffer);
  void textChanged();                                       ///< of the current buffer
  void modifiedChanged(postwright::ui::PostBuffer* buffer); ///< the mark in the list
  void journalFailed(const QString& reason);                ///< a crash would cost unsaved text
  void journalRecovered();                                  ///< it would not any more
  void reloaded(postwright::ui::PostBuffer* buffer);        ///< taken from disk, nothing was unsaved
  void diskConflict(
      postwright::ui::PostBuffer* buffer); ///< changed or removed on disk while it has unsaved edits

 private:
  void connectBuffer(PostBuffer* buffer);
  bool restoreInto(PostBuffer& buffer);
  void keepUnsaved();
  void watch(PostBuffer& buffer);
  void shareText(PostBuffer& buffer);
  void onFilesChanged();
  void afterSaving(PostBuffer& buffer);

  DocumentFactory m_makeDocument;
  SiteSession m_site;
  QHash<QString, PostBuffer*> m_buffers;
  PostBuffer* m_current = nullptr;
  QFileSystemWatcher m_watcher;
  QTimer m_checkFilesSoon;
  Journal m_journal;
  QTimer m_keepSoon;
  QSet<PostBuffer*> m_toKeep; ///< changed since they were written to the journal
};

} // namespace postwright::ui
