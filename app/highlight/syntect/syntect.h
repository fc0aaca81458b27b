/* Code colours by the syntect crate, for C. The one rule: no panic crosses this border, it becomes a null
 * result. Texts are UTF-8 with a length and no final NUL. Every function may be called from several threads.
 */
#ifndef POSTWRIGHT_SYNTECT_H
#define POSTWRIGHT_SYNTECT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  const char* data;
  size_t length;
} PostwrightText;

typedef struct PostwrightSyntaxes PostwrightSyntaxes;

/* The first *.sublime-syntax file below `folder` that is no grammar: its path, a newline, what is wrong with
 * it. `data` is null when there is none. */
PostwrightText postwright_syntaxes_blame(PostwrightText folder);

/* syntect's own grammars and those below `folder`, which may be empty or absent. Null when they cannot be
 * used. */
PostwrightSyntaxes* postwright_syntaxes_load(PostwrightText folder);
void postwright_syntaxes_free(PostwrightSyntaxes* syntaxes);

/* Does what the first block in `language` would wait for beside its colours: for Makefiles a fifth of a
 * second. */
void postwright_syntaxes_prepare(const PostwrightSyntaxes* syntaxes, PostwrightText language);

/* The spans of `code`: a language is a file extension or a grammar's name, any other means plain text; a
 * theme is one of syntect's seven, or "css" for class names. `data` is null when nothing could be made. The
 * time left is asked after each line. */
PostwrightText postwright_syntaxes_colour(const PostwrightSyntaxes* syntaxes, PostwrightText code,
                                          PostwrightText language, PostwrightText theme, uint32_t budgetMs);
void postwright_text_free(PostwrightText text);

#ifdef __cplusplus
}
#endif

#endif
