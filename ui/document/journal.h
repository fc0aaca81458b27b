// Texts that are not saved yet, kept outside the site so that a program that is killed costs at most the last
// second. Written by a thread of its own, newest text first; a text goes when its file has it.
// Every running program has a folder, held by a lock; what lies in a folder whose program is gone was left,
// and the next program moves it into its own. At the start only the names of the files are read, a text when
// it is taken. What was left stays until then, however old it is: nobody has seen it.
#pragma once

#include <QDateTime>
#include <QHash>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/base/file.h"

namespace postwright::ui {

struct UnsavedText {
  QString file;                    ///< absolute
  std::string bytes;               ///< what saving would have written
  std::optional<Fingerprint> base; ///< of the file the text was made from
};

class Journal : public QObject {
  Q_OBJECT

 public:
  /// `folder` is shared by every running program; it is made when there is something to keep.
  explicit Journal(QString folder, QObject* parent = nullptr);
  /// Returns when everything asked for is on disk.
  ~Journal() override;

  /// Below $XDG_STATE_HOME, or ~/.local/state.
  static QString usualFolder();

  void keep(const UnsavedText& text);
  void forget(const QString& file);

  /// Keeps the text for when its file is opened again, by this program or the next.
  void leave(const UnsavedText& text);
  /// The files whose texts were left, newest first.
  QStringList leftFiles() const;
  /// The text left for `file`; from now on it is kept as this program's own.
  std::optional<UnsavedText> takeLeft(const QString& file);

 signals:
  void failed(const QString& reason); ///< unsaved text is not safe; said once

 private:
  struct Order {
    std::optional<UnsavedText> text; ///< nothing: forget
    QStringList obsolete;            ///< entries that go once this one is written
  };

  /// (written last, (file, entry))
  using Found = std::vector<std::pair<QDateTime, std::pair<QString, QString>>>;

  void findLeft();
  void adopt(const QString& folder, Found& found);
  void order(const QString& file, std::optional<UnsavedText> text, const QString& obsolete = {});
  void flush();
  void run(const std::stop_token& stop);
  QString carryOut(const QString& file, const Order& order);
  QString prepareOwnFolder();
  QString entryOf(const QString& file) const;

  QString m_folder;
  QString m_own;                        ///< this program's folder
  std::unique_ptr<QLockFile> m_ownLock; ///< of the writing thread, until it is joined
  QHash<QString, QString> m_left;       ///< file -> entry
  QStringList m_leftOrder;              ///< newest first

  std::mutex m_mutex;
  std::condition_variable_any m_changed;
  std::map<QString, Order> m_orders;
  bool m_isWriting = false;
  bool m_hasFailed = false;
  std::jthread m_thread;
};

} // namespace postwright::ui
