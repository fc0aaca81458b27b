// Whether git is changing the files of a folder: it holds a lock while it switches a branch, and only when
// that is gone do all files belong together.
#pragma once

class QString;

namespace postwright::ui {

/// True while git writes in the checkout that `folder` (absolute) lies in; false outside of one.
bool isGitAtWork(const QString& folder);

} // namespace postwright::ui
