//! The modules of a crate: the names that each defines, imports and mentions.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow, bail};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// The names that lead to a module from the root of its crate; none for the root itself.
pub(super) type ModulePath = Vec<String>;

/// One module, in its own file or inline.
#[derive(Debug, Default)]
pub(super) struct Module {
    pub(super) file: String,
    /// What it defines, except modules.
    pub(super) items: BTreeSet<String>,
    /// Those of its macros that the crate's root exports.
    pub(super) exported_macros: BTreeSet<String>,
    pub(super) uses: Vec<Import>,
    /// Paths of more than one name in its code, with their lines.
    pub(super) paths: Vec<(Vec<String>, usize)>,
    /// Single names in its code, with the line of the first mention.
    pub(super) words: BTreeMap<String, usize>,
}

/// One name that a `use` brings into a module.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) path: Vec<String>,
    /// Its name in the module; `None` for a glob.
    pub(super) name: Option<String>,
    pub(super) line: usize,
    pub(super) visibility: Visibility,
}

/// Whether a `use` re-exports its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Visibility {
    Private,
    ReExport,
}

/// Reads all modules of the crate that starts at `root`.
///
/// # Errors
/// When a file is not Rust, or a declared module has no file.
pub(super) fn modules(
    root: &str,
    sources: &BTreeMap<String, String>,
) -> Result<BTreeMap<ModulePath, Module>> {
    let mut modules = BTreeMap::new();
    let mut pending = vec![(ModulePath::new(), root.to_owned())];
    while let Some((path, file)) = pending.pop() {
        let text = sources.get(&file).map(String::as_str).unwrap_or_default();
        let tokens: TokenStream = text.parse().map_err(|_| anyhow!("{file} is not Rust"))?;
        let mut reader = ModuleReader { file: &file, declared: Vec::new(), modules: &mut modules };
        reader.module(path, tokens);
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (child, line) in reader.declared {
            let stem = format!("{folder}/{}", child.join("/"));
            let candidates = [format!("{stem}.rs"), format!("{stem}/mod.rs")];
            match candidates.iter().find(|candidate| sources.contains_key(*candidate)) {
                Some(found) => pending.push((child, found.clone())),
                None => bail!(
                    "{file}:{line} declares module {}, but there is no {} or {}",
                    child.join("::"),
                    candidates[0],
                    candidates[1]
                ),
            }
        }
    }
    Ok(modules)
}

/// Reads one file.
struct ModuleReader<'a> {
    file: &'a str,
    /// Modules in files of their own, with the lines that declare them.
    declared: Vec<(ModulePath, usize)>,
    modules: &'a mut BTreeMap<ModulePath, Module>,
}

/// Whether tokens may define items.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// Items that the whole module can name.
    Module,
    /// Only what is local to a body, a type or a macro call.
    Inner,
}

impl ModuleReader<'_> {
    fn module(&mut self, path: ModulePath, tokens: TokenStream) {
        let mut module = Module { file: self.file.to_owned(), ..Module::default() };
        self.tokens(&path, &mut module, tokens, Level::Module);
        self.modules.insert(path, module);
    }

    fn tokens(
        &mut self,
        path: &ModulePath,
        module: &mut Module,
        tokens: TokenStream,
        level: Level,
    ) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        let mut exports_macro = false;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    let (attribute, next) = attribute(&tokens, at);
                    exports_macro |= attribute == "macro_export";
                    at = if attribute == "cfg(test)" { after_item(&tokens, next) } else { next };
                }
                TokenTree::Group(group) => {
                    self.tokens(path, module, group.stream(), Level::Inner);
                    at += 1;
                }
                TokenTree::Ident(ident) if ident == "use" && !is_punct(&tokens, at + 1, '<') => {
                    let end = (at..tokens.len())
                        .find(|&end| is_punct(&tokens, end, ';'))
                        .unwrap_or(tokens.len());
                    let visibility = visibility_before(&tokens[..at]);
                    use_tree(&tokens[at + 1..end], &[], visibility, &mut module.uses);
                    at = end;
                }
                TokenTree::Ident(ident) if level == Level::Module && ident == "mod" => {
                    if let Some(name) = ident_at(&tokens, at + 1) {
                        let mut child = path.clone();
                        child.push(name.to_string());
                        match tokens.get(at + 2) {
                            Some(TokenTree::Group(body)) => self.module(child, body.stream()),
                            _ => self.declared.push((child, line_of(name))),
                        }
                    }
                    at += 3;
                }
                TokenTree::Ident(ident) => {
                    if level == Level::Module
                        && let Some(name) = defined_name(&tokens, at)
                    {
                        module.items.insert(name.to_string());
                        if ident == "macro_rules" && exports_macro {
                            module.exported_macros.insert(name.to_string());
                            exports_macro = false;
                        }
                    }
                    at = mention(&tokens, at, module);
                }
                _ => at += 1,
            }
        }
    }
}

/// Records the name or path that starts at `at`. Returns its end.
fn mention(tokens: &[TokenTree], at: usize, module: &mut Module) -> usize {
    let mut names = Vec::new();
    let mut end = at;
    let mut line = 0;
    while let Some(ident) = ident_at(tokens, end) {
        if names.is_empty() {
            line = line_of(ident);
        }
        names.push(ident.to_string());
        end += 1;
        let continues = is_punct(tokens, end, ':') && is_punct(tokens, end + 1, ':');
        if !continues || ident_at(tokens, end + 2).is_none() {
            break;
        }
        end += 2;
    }
    // Fields and methods are not names of the module.
    let is_member =
        at > 0 && is_punct(tokens, at - 1, '.') && !(at > 1 && is_punct(tokens, at - 2, '.'));
    if !is_member {
        match <[String; 1]>::try_from(names) {
            Ok([word]) => {
                module.words.entry(word).or_insert(line);
            }
            Err(names) => module.paths.push((names, line)),
        }
    }
    end
}

/// The name of the item whose keyword is at `at`.
fn defined_name(tokens: &[TokenTree], at: usize) -> Option<&Ident> {
    const KEYWORDS: &[&str] =
        &["const", "enum", "fn", "static", "struct", "trait", "type", "union"];
    let keyword = ident_at(tokens, at)?;
    if keyword == "macro_rules" {
        return ident_at(tokens, at + 2);
    }
    let name = ident_at(tokens, at + 1)?;
    let is_keyword = ["fn", "unsafe", "async", "extern", "mut"].iter().any(|word| name == word);
    (!is_keyword && KEYWORDS.iter().any(|word| keyword == word)).then_some(name)
}

/// The text of the attribute at `at` without brackets and spaces, and its end.
fn attribute(tokens: &[TokenTree], at: usize) -> (String, usize) {
    let next = if is_punct(tokens, at + 1, '!') { at + 2 } else { at + 1 };
    match tokens.get(next) {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
            (group.stream().to_string().replace(' ', ""), next + 1)
        }
        _ => (String::new(), next),
    }
}

/// The end of the item that starts at `at`: after its body or its semicolon.
fn after_item(tokens: &[TokenTree], at: usize) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    (at..tokens.len()).find(|&end| is_end(&tokens[end])).map_or(tokens.len(), |end| end + 1)
}

/// The visibility before a `use`: none, `pub` or `pub(…)`.
fn visibility_before(tokens: &[TokenTree]) -> Visibility {
    let tokens = match tokens {
        [before @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            before
        }
        all => all,
    };
    match tokens.last() {
        Some(TokenTree::Ident(ident)) if ident == "pub" => Visibility::ReExport,
        _ => Visibility::Private,
    }
}

/// Takes a use tree apart: `a::{b, c as d, e::*}`.
fn use_tree(
    tokens: &[TokenTree],
    prefix: &[String],
    visibility: Visibility,
    uses: &mut Vec<Import>,
) {
    let mut path = prefix.to_vec();
    let mut name = None;
    let mut line = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Ident(ident) if ident == "as" => {
                name = ident_at(tokens, at + 1).map(ToString::to_string);
                at += 1;
            }
            TokenTree::Ident(ident) => {
                line = line_of(ident);
                path.push(ident.to_string());
            }
            TokenTree::Group(group) => {
                for branch in branches(group) {
                    use_tree(&branch, &path, visibility, uses);
                }
                return;
            }
            TokenTree::Punct(punct) if punct.as_char() == '*' => {
                let line = punct.span().start().line;
                uses.push(Import { path, name: None, line, visibility });
                return;
            }
            _ => {}
        }
        at += 1;
    }
    // `a::{self}` is `a`.
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let name = name.or_else(|| path.last().cloned());
    if name.is_some() {
        uses.push(Import { path, name, line, visibility });
    }
}

/// The branches between the commas of a use tree's braces.
fn branches(group: &Group) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    tokens.split(is_comma).filter(|branch| !branch.is_empty()).map(<[_]>::to_vec).collect()
}

fn ident_at(tokens: &[TokenTree], at: usize) -> Option<&Ident> {
    match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident),
        _ => None,
    }
}

fn is_punct(tokens: &[TokenTree], at: usize, character: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

fn line_of(ident: &Ident) -> usize {
    ident.span().start().line
}
