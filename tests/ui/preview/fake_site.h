// A site made of a folder and a list of documents, without the engine.
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <map>

#include "app/site/site.h"

class FakeSite : public postwright::site::Site {
 public:
  explicit FakeSite(const QString& folder) : m_folder(folder.toStdString()) {}

  void setBaseUrl(const std::string& url) { m_baseUrl = url; }
  void setPostsFolder(const std::string& folder) { m_posts = folder; }
  void addDocument(const std::string& path, const std::string& url) {
    auto document = std::make_shared<postwright::site::Document>();
    document->path = path;
    document->url = url;
    m_documents[path] = document;
  }

  const std::string& root() const override { return m_folder; }
  const std::string& source() const override { return m_folder; }
  const std::string& configFile() const override { return m_config; }
  std::string title() const override { return "Fake"; }
  std::string baseUrl() const override { return m_baseUrl; }
  std::string postsFolder() const override { return m_posts; }
  std::string draftsFolder() const override { return "_drafts"; }
  std::vector<postwright::site::DocumentPointer> documents() const override { return {}; }
  postwright::site::DocumentPointer document(std::string_view path) const override {
    const auto found = m_documents.find(std::string(path));
    return found == m_documents.end() ? nullptr : found->second;
  }
  postwright::site::DocumentPointer documentAtUrl(std::string_view url) const override {
    while (!url.empty() && url.front() == '/')
      url.remove_prefix(1);
    for (const auto& [path, document] : m_documents) {
      if (document->url == url) return document;
    }
    return nullptr;
  }
  std::vector<std::string> layoutNames() const override { return {}; }
  postwright::Diagnostics problems() const override { return {}; }
  postwright::site::SitePointer withText(std::string_view, std::string_view) const override { return {}; }

 private:
  std::string m_folder;
  std::string m_config;
  std::string m_baseUrl;
  std::string m_posts = "posts";
  std::map<std::string, postwright::site::DocumentPointer> m_documents;
};

/// Writes `bytes` to `name` below `folder`, making folders.
inline bool writeFile(const QString& folder, const QString& name, const QByteArray& bytes) {
  const QString path = folder + QLatin1Char('/') + name;
  QDir().mkpath(QFileInfo(path).absolutePath());
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}
