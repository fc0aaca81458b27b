// Texts that are not saved yet, kept outside the site so that a program that is killed costs at most the last
// second. Written by a thread of its own, newest text first; a text goes when its file has it.
// Every running program has a folder, held by a lock; what lies in a folder whose program is gone was left,
// and is moved into a folder that all running programs share. A text that is taken moves from there into the
// taker's own, so that only one has it. Of what was left only the names of the files are read, a text when it
// is taken. It stays until then, however old it is: nobody has seen it.
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
  /// Returns when everything asked for is on disk, or failed once more.
  ~Journal() override;

  /// Below $XDG_STATE_HOME, or ~/.local/state.
  static QString usualFolder();

  /// What cannot be written is tried again each second.
  void keep(const UnsavedText& text);
  void forget(const QString& file);

  /// Keeps the text for when its file is opened again, by any program. True when it is on disk; else the text
  /// is kept as by keep(), and the caller's copy may be the only one.
  bool leave(const UnsavedText& text);
  /// Looks anew for what was left; programs may have died, or taken it.
  void lookForLeft();
  /// The files whose texts were left when one looked last, newest first.
  QStringList leftFiles() const { return m_leftOrder; }
  /// The newest text left for `file`; from now on it is kept as this program's own, and older ones go.
  /// Nothing when another program has taken it.
  std::optional<UnsavedText> takeLeft(const QString& file);

 signals:
  void failed(const QString& reason); ///< unsaved text is not safe; said once until recovered
  void recovered();                   ///< it is again

 private:
  struct Order {
    std::optional<UnsavedText> text; ///< nothing: forget
    QStringList obsolete;            ///< entries that go once this one is written
  };

  void order(const QString& file, std::optional<UnsavedText> text, const QStringList& obsolete = {});
  bool isWritten(const QString& file);
  void run(const std::stop_token& stop);
  QString carryOutAll(std::unique_lock<std::mutex>& lock);
  void putBack(const QString& file, Order&& order);
  QString carryOut(const QString& file, const Order& order);
  void noteProblem(const QString& problem);
  QString prepareOwnFolder();
  QString entryOf(const QString& file) const;

  QString m_folder;
  QString m_shared; ///< where all programs look for what was left
  QString m_own;    ///< this program's folder
  std::mutex m_ownMutex;
  std::unique_ptr<QLockFile> m_ownLock; ///< null until the own folder is needed
  QHash<QString, QStringList> m_left;   ///< file -> entries, newest first
  QStringList m_leftOrder;              ///< newest first

  std::mutex m_mutex;
  std::condition_variable_any m_changed;
  std::map<QString, Order> m_orders;
  QString m_writing; ///< the file whose order is being carried out
  QString m_problem; ///< of the last round of orders
  std::jthread m_thread;
};

} // namespace postwright::ui
