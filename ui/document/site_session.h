// The open site: loaded off the GUI thread, kept equal to its files as other programs change them (only what
// changed is read; after a change of very many files or of the configuration, the site once anew; while git
// writes, nothing), and seen with every unsaved text in it.
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "app/site/site.h"
#include "app/site/site_forms.h"
#include "app/site/stamps.h"
#include "ui/document/folder_watch.h"

namespace postwright::ui {

class SiteSession : public QObject {
  Q_OBJECT

 public:
  explicit SiteSession(QObject* parent = nullptr);
  ~SiteSession() override;

  /// Starts loading the site in `folder` (absolute); the old site stays until `loaded`. Ends with loaded or
  /// failed.
  void open(const QString& folder);
  void close();
  /// Reads the open site again, keeping unsaved texts.
  void reload();
  bool isLoading() const { return m_isLoading; }
  const QString& folder() const { return m_folder; }

  /// The site as on disk; null when none is open.
  const site::SitePointer& onDisk() const { return m_onDisk; }
  /// The site with every unsaved text in it; null when none is open.
  const site::SitePointer& current() const { return m_current; }

  /// The forms learnt from the site as on disk; null when none is open. They follow what is saved.
  const std::shared_ptr<site::SiteForms>& forms() const { return m_forms; }

  /// `bytes` is what the file at site-relative `path` would hold if saved now.
  void setUnsaved(const std::string& path, const std::string& bytes);
  /// The file on disk is the truth again; pass its bytes when it was just written.
  void setSaved(const std::string& path, const std::string& bytes);

  /// Site-relative path of an absolute file, '/'-separated; empty when it lies outside the source folder.
  std::string relativePath(const QString& file) const;
  QString absolutePath(const std::string& path) const;

 signals:
  void loadingStarted();
  void progressed(int done, int total);
  void loaded(bool first); ///< first: another site than before; else the same one read again
  void failed(const postwright::Error& error);
  void refreshed(const QStringList& paths); ///< these files changed on disk and were read again
  void changed();                           ///< current() changed through unsaved text

 private:
  /// What a look at the disk found.
  struct Look {
    Result<site::SitePointer> site; ///< null: nothing is other than before
    site::Stamps stamps;
    std::vector<std::string> paths; ///< empty: everything was read
    std::shared_ptr<site::SiteForms> forms = {};
  };

  void load(const QString& folder, bool first);
  void run(std::function<Look(const std::stop_token&)> work, bool first);
  Look loadAnew(const std::string& folder, int generation, const std::stop_token& stop);
  void finish(int generation, const Look& look, bool first);
  void adopt(const Look& look, bool first);
  void takeSaved(const std::string& path, const std::string& bytes);
  void overlayUnsaved();
  void noteChange();
  void refresh();

  QString m_folder;
  site::SitePointer m_onDisk;
  site::SitePointer m_current;
  std::shared_ptr<site::SiteForms> m_forms;
  QHash<QString, std::string> m_unsaved;
  QHash<QString, std::string> m_savedMeanwhile; ///< while the disk was looked at
  site::Stamps m_stamps;                        ///< of the files as m_onDisk has them
  FolderWatch m_watch;
  QTimer m_settle;
  QElapsedTimer m_restless; ///< since the first change that was not looked at
  std::jthread m_loader;
  int m_generation = 0;
  bool m_isLoading = false;
  bool m_isLooking = false;
};

} // namespace postwright::ui
