//! The C border of `syntect.h`: what is promised there holds here. The spans are those of Cobalt 0.20.4, which
//! colours line by line and drops a span's background where it is the theme's own.

mod flags;

use std::os::raw::{c_int, c_ulong};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::{Arc, Mutex, Once};
use std::time::{Duration, Instant};
use std::{ptr, slice, str};

use syntect::easy::HighlightLines;
use syntect::highlighting::{Color, Theme, ThemeSet};
use syntect::html::{
    append_highlighted_html_for_styled_line, ClassStyle, ClassedHTMLGenerator, IncludeBackground,
};
use syntect::parsing::{SyntaxDefinition, SyntaxReference, SyntaxSet, SyntaxSetBuilder};
use syntect::util::LinesWithEndings;

const CSS_THEME: &str = "css";
const CLASSES: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "c-" };

/// What one regular expression may do in one search before it counts as not matching: some 30 ms.
const MOST_RETRIES: c_ulong = 2_000_000;

extern "C" {
    fn onig_set_retry_limit_in_match(limit: c_ulong) -> c_int;
    fn onig_set_retry_limit_in_search(limit: c_ulong) -> c_int;
}

#[repr(C)]
pub struct PostwrightText {
    data: *const u8,
    length: usize,
}

pub struct PostwrightSyntaxes {
    syntaxes: SyntaxSet,
    bound: Mutex<Option<Arc<SyntaxSet>>>,
    themes: ThemeSet,
}

/// The one grammar of the pack with flags that reach beyond an alternative (of 8,156 patterns, one has them).
const LOOSE_GRAMMAR: &str = "Makefile";

impl PostwrightSyntaxes {
    /// The grammars with bound flags: a fifth of a second to make, so only for a language that needs them.
    fn bound_for(&self, language: &str) -> Option<Arc<SyntaxSet>> {
        if self.syntaxes.find_syntax_by_token(language)?.name != LOOSE_GRAMMAR {
            return None;
        }
        let mut made = self.bound.lock().ok()?;
        Some(made.get_or_insert_with(|| Arc::new(bound(self.syntaxes.clone().into_builder()))).clone())
    }
}

fn bound(grammars: SyntaxSetBuilder) -> SyntaxSet {
    let mut builder = SyntaxSetBuilder::new();
    grammars.syntaxes().iter().for_each(|grammar| builder.add(flags::with_bound_flags(grammar.clone())));
    builder.build()
}

impl PostwrightText {
    const NONE: PostwrightText = PostwrightText { data: ptr::null(), length: 0 };

    fn owned(text: String) -> PostwrightText {
        let bytes = text.into_bytes().into_boxed_slice();
        let length = bytes.len();
        PostwrightText { data: Box::into_raw(bytes) as *const u8, length }
    }

    /// The caller keeps the bytes alive and unchanged while the result is in use.
    unsafe fn as_str<'a>(&self) -> Option<&'a str> {
        if self.data.is_null() || self.length == 0 {
            return Some("");
        }
        str::from_utf8(slice::from_raw_parts(self.data, self.length)).ok()
    }
}

/// Runs `work`; a panic is silent and gives `None`.
fn guarded<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    static PREPARED: Once = Once::new();
    PREPARED.call_once(|| {
        panic::set_hook(Box::new(|_| {}));
        unsafe {
            onig_set_retry_limit_in_match(MOST_RETRIES);
            onig_set_retry_limit_in_search(MOST_RETRIES);
        }
    });
    panic::catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}

fn load(folder: &Path) -> Option<PostwrightSyntaxes> {
    let mut syntaxes = SyntaxSet::load_defaults_newlines();
    if folder.is_dir() {
        let mut builder = syntaxes.into_builder();
        builder.add_from_folder(folder, true).ok()?;
        syntaxes = bound(builder);
    }
    Some(PostwrightSyntaxes { syntaxes, bound: Mutex::new(None), themes: ThemeSet::load_defaults() })
}

/// The first file below `folder` that is no grammar, and why. A folder that is not there has none.
fn blame(folder: &Path) -> Option<String> {
    let mut paths: Vec<_> = folder.read_dir().ok()?.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().find_map(|path| {
        if path.is_dir() && !path.is_symlink() {
            return blame(path);
        }
        if path.extension().map_or(true, |extension| extension != "sublime-syntax") {
            return None;
        }
        let complaint = match std::fs::read_to_string(path) {
            Ok(text) => SyntaxDefinition::load_from_str(&text, true, None).err()?.to_string(),
            Err(error) => error.to_string(),
        };
        Some(format!("{}\n{}", path.display(), complaint))
    })
}

/// The lines of `code`; they end early, and `None` follows, when the time is up.
fn for_each_line(
    code: &str,
    deadline: Instant,
    mut work: impl FnMut(&str) -> Option<()>,
) -> Option<()> {
    LinesWithEndings::from(code).try_for_each(|line| {
        if Instant::now() > deadline {
            return None;
        }
        work(line)
    })
}

fn spans(job: &Job, theme: &Theme, set: &SyntaxSet) -> Option<String> {
    let own = theme.settings.background.unwrap_or(Color::WHITE);
    let mut lines = HighlightLines::new(job.syntax, theme);
    let mut html = String::with_capacity(job.code.len() * 4);
    for_each_line(job.code, job.deadline, |line| {
        let regions = lines.highlight_line(line, set).ok()?;
        let background = IncludeBackground::IfDifferent(own);
        append_highlighted_html_for_styled_line(&regions, background, &mut html).ok()
    })?;
    Some(html)
}

fn classes(job: &Job, set: &SyntaxSet) -> Option<String> {
    let mut generator = ClassedHTMLGenerator::new_with_class_style(job.syntax, set, CLASSES);
    for_each_line(job.code, job.deadline, |line| {
        generator.parse_html_for_line_which_includes_newline(line).ok()
    })?;
    Some(generator.finalize())
}

struct Job<'a> {
    code: &'a str,
    syntax: &'a SyntaxReference,
    deadline: Instant,
}

fn colour(
    known: &PostwrightSyntaxes,
    code: &str,
    language: &str,
    theme: &str,
    budget: Duration,
) -> Option<String> {
    let bound = known.bound_for(language);
    let set = bound.as_deref().unwrap_or(&known.syntaxes);
    let syntax = set.find_syntax_by_token(language).unwrap_or_else(|| set.find_syntax_plain_text());
    let job = Job { code, syntax, deadline: Instant::now() + budget };
    if theme == CSS_THEME {
        return classes(&job, set);
    }
    spans(&job, known.themes.themes.get(theme)?, set)
}

/// # Safety
/// `folder` is readable.
#[no_mangle]
pub unsafe extern "C" fn postwright_syntaxes_blame(folder: PostwrightText) -> PostwrightText {
    guarded(|| blame(Path::new(folder.as_str()?))).map_or(PostwrightText::NONE, PostwrightText::owned)
}

/// # Safety
/// `folder` is readable.
#[no_mangle]
pub unsafe extern "C" fn postwright_syntaxes_load(folder: PostwrightText) -> *mut PostwrightSyntaxes {
    guarded(|| load(Path::new(folder.as_str()?)))
        .map_or(ptr::null_mut(), |syntaxes| Box::into_raw(Box::new(syntaxes)))
}

/// # Safety
/// `syntaxes` comes from `postwright_syntaxes_load`; `language` is readable.
#[no_mangle]
pub unsafe extern "C" fn postwright_syntaxes_prepare(syntaxes: *const PostwrightSyntaxes, language: PostwrightText) {
    guarded(|| (*syntaxes).bound_for(language.as_str()?).map(drop));
}

/// # Safety
/// `syntaxes` comes from `postwright_syntaxes_load` and is not used again.
#[no_mangle]
pub unsafe extern "C" fn postwright_syntaxes_free(syntaxes: *mut PostwrightSyntaxes) {
    if !syntaxes.is_null() {
        drop(Box::from_raw(syntaxes));
    }
}

/// # Safety
/// `syntaxes` comes from `postwright_syntaxes_load`; the texts are readable.
#[no_mangle]
pub unsafe extern "C" fn postwright_syntaxes_colour(
    syntaxes: *const PostwrightSyntaxes,
    code: PostwrightText,
    language: PostwrightText,
    theme: PostwrightText,
    budget_ms: u32,
) -> PostwrightText {
    let budget = Duration::from_millis(u64::from(budget_ms));
    guarded(|| colour(&*syntaxes, code.as_str()?, language.as_str()?, theme.as_str()?, budget))
        .map_or(PostwrightText::NONE, PostwrightText::owned)
}

/// # Safety
/// `text` comes from this library and is not used again.
#[no_mangle]
pub unsafe extern "C" fn postwright_text_free(text: PostwrightText) {
    if !text.data.is_null() {
        drop(Box::from_raw(slice::from_raw_parts_mut(text.data as *mut u8, text.length)));
    }
}
