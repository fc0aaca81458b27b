// One open file: its text document, its place on disk, and its front matter as a projection of the text. The
// text is the only truth: a field is changed by changing the text, in one undo step, and nothing else of the
// file moves.
#pragma once

#include <QObject>
#include <QString>
#include <QTextDocument>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/file.h"
#include "app/front_matter/edit.h"
#include "ui/document/line_ends.h"

namespace postwright::ui {

using FrontMatterPointer = std::shared_ptr<const front_matter::FrontMatterDocument>;

class PostBuffer : public QObject {
  Q_OBJECT

 public:
  /// Takes over `document`, which must be new and empty. `file` is absolute.
  PostBuffer(QString file, QTextDocument* document, QObject* parent = nullptr);

  /// Reads the file. A file that cannot be shown without loss opens read-only, with the reason in
  /// readOnlyReason(). Errors: FileVanished, FileUnreadable, FileTooLarge beyond 64 MiB.
  Result<void> load();
  /// Takes the file's new content as one undo step that leaves the caret where it was; afterwards unmodified,
  /// and read-only when that content cannot be kept. Errors: as load; FileNotUtf8 when unsaved text would go.
  Result<void> reload();

  /// Takes text that was not saved when the program ended, as one undo step, so that undoing it gives the
  /// file's. `base` is the file it was made from: when the file is another now, saving refuses. False when
  /// the file has this text already, or cannot be changed.
  bool restore(std::string_view bytes, const std::optional<Fingerprint>& base);
  /// Its text came from restore() and is neither saved nor dropped since.
  bool isRestored() const { return m_isRestored && isModified(); }
  /// Stays unsaved, but is no longer called restored.
  void acceptRestored() { m_isRestored = false; }
  /// Gives up the unsaved text.
  void discard();

  const QString& file() const { return m_file; }
  /// Of the file as it was read or written last.
  const std::optional<Fingerprint>& base() const { return m_onDisk; }
  QTextDocument* document() const { return m_document; }
  const QString& readOnlyReason() const { return m_readOnlyReason; }
  bool isModified() const { return m_document->isModified(); }
  /// True when the file's bytes are not those that were read or written last (a vanished file counts).
  bool differsFromDisk() const;

  /// The bytes that saving would write: BOM, line ends and a missing final newline as they were when the file
  /// was read.
  std::string bytes() const;
  FrontMatterPointer frontMatter() const;
  /// Number of lines before the body's first.
  int frontMatterLines() const;

  /// Writes the file atomically. Errors: FileChangedOnDisk (nothing written), FileWriteFailed, FileUnreadable
  /// when the buffer is read-only.
  Result<void> save();
  /// Writes it whatever is on disk now; makes folders that are gone.
  Result<void> overwrite();
  /// The bytes into another file; this buffer stays where it is.
  Result<void> saveCopy(const QString& file) const;

  // Changes of fields. Nothing is returned when it was done (or nothing was to do), else the reason; each is
  // one undo step, and edits of one path join into one until endVisit().
  std::optional<front_matter::Refusal> setField(const front_matter::Path& path,
                                                const front_matter::Scalar& value);
  std::optional<front_matter::Refusal> insertField(const front_matter::Path& map, const QString& key,
                                                   const front_matter::Scalar& value);
  std::optional<front_matter::Refusal> appendItem(const front_matter::Path& list,
                                                  const front_matter::Scalar& value);
  std::optional<front_matter::Refusal> removeField(const front_matter::Path& path);
  /// The value's own YAML; see front_matter/raw_edit.h.
  std::optional<front_matter::Refusal> setRaw(const front_matter::Path& path, const QString& yaml);
  /// All of them or none.
  std::optional<front_matter::Refusal> operate(const std::vector<front_matter::EditOperation>& operations);
  void endVisit() { m_visit.reset(); }

 signals:
  void changed();            ///< the text changed, by whatever hand
  void frontMatterChanged(); ///< the change touched the front matter
  void modifiedChanged(bool modified);
  void readOnlyChanged();

 private:
  struct Visit {
    front_matter::Path path;
    int revision; ///< of the document after the visit's last edit
  };

  Result<FileContent> readWhole() const;
  void take(const FileContent& content);
  void updateReadOnly(const std::string& onDisk);
  std::string bytesOf(const QString& text) const;
  QString textOf(std::string_view bytes) const;
  Result<void> write(const std::optional<Fingerprint>& expected);
  std::optional<front_matter::Refusal> apply(const front_matter::EditResult& result,
                                             const front_matter::Path& visit);
  void replaceText(const QString& after);
  void applyToDocument(const std::vector<TextEdit>& edits, bool joinPrevious);
  int documentPosition(std::string_view bytes, std::size_t offset) const;
  void onContentsChange(int position, int removed, int added);
  void refreshFrontMatter();

  QString m_file;
  QTextDocument* m_document;
  LineEnds m_lineEnds;
  bool m_hasBom = false;
  QString m_readOnlyReason;
  std::optional<Fingerprint> m_onDisk;
  std::optional<Visit> m_visit;
  mutable FrontMatterPointer m_frontMatter;
  int m_bodyPosition = 0; ///< document position where the body starts
  bool m_loading = false;
  bool m_isRestored = false;
};

} // namespace postwright::ui
