#include "ui/form/post_names.h"

#include "ui/base/text_bridge.h"

namespace postwright::ui {

QString nameLike(const PostName& post, const QString& sample) {
  const QString slash = sample.startsWith(QLatin1Char('/')) ? QStringLiteral("/") : QString();
  if (sample.endsWith(QLatin1String(".md"))) return slash + toQString(post.path);
  return sample.contains(QLatin1Char('/')) ? slash + toQString(post.url) : toQString(post.slug);
}

PostNames::PostNames(const std::vector<PostName>& posts, const QString& sample) {
  for (const PostName& post : posts) {
    const QString value = nameLike(post, sample);
    const QString slug = toQString(post.slug);
    const QString path = toQString(post.path);
    const QString url = toQString(post.url);
    for (const QString& name : {value, slug, path, url, QLatin1Char('/') + path, QLatin1Char('/') + url})
      if (!name.isEmpty() && !m_byName.contains(name)) m_byName.insert(name, values.size());
    values << value;
    titles << (post.title.empty() ? value : toQString(post.title));
    dates << toQString(post.date);
    paths << path;
    searched << titles.last() + QLatin1Char('\n') + value + QLatin1Char('\n') + dates.last();
  }
}

qsizetype PostNames::findTyped(const QString& text) const {
  if (const qsizetype named = find(text); named >= 0) return named;
  qsizetype found = -1;
  for (qsizetype i = 0; i < titles.size(); ++i) {
    if (titles[i].compare(text, Qt::CaseInsensitive) != 0) continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found;
}

} // namespace postwright::ui
