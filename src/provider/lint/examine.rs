//! Runs the rules over the entries.

use std::collections::HashSet;

use super::super::alias::Stand;
use super::super::error::{Finding, FindingKind, Place};
use super::super::gather::Gathered;
use super::super::ledger::Ledger;
use super::super::model::Provider;
use super::super::node::Position;
use super::allow;
use super::found::{Found, Hit};
use super::report::{Remark, Report};
use super::rule::{Check, Rule};
use super::rules::{self, RULES};
use super::subject::Subject;

/// Looks at every entry.
pub(super) fn examine(gathered: &Gathered) -> Report {
    let sources = gathered.files.iter().map(|file| file.name.clone()).collect();
    let mut ledger = Ledger { sources, ..Ledger::default() };
    let mut remarks = Vec::new();
    let mut subjects = Vec::new();
    for (key, stand) in &gathered.entries {
        match subject(key, stand, &mut ledger) {
            Some(subject) => subjects.push(subject),
            None => remarks.extend(unusable(stand, &mut ledger)),
        }
    }
    remarks.extend(ledger.findings.iter().map(of_finding));
    remarks.extend(of_rules(&subjects, &ledger));
    remarks.extend(of_catalogue(&subjects, &ledger));
    let mut remarks = allowed(remarks, gathered);
    let order =
        |remark: &Remark| (file_number(gathered, &remark.place), remark.place.line, remark.place.column);
    remarks.sort_by_key(order);
    remarks.dedup_by(|a, b| a.rule.name == b.rule.name && a.place == b.place && a.what == b.what);
    Report { remarks, providers: gathered.entries.len() }
}

fn file_number(gathered: &Gathered, place: &Place) -> usize {
    gathered.files.iter().position(|file| file.name == place.file).unwrap_or(usize::MAX)
}

fn subject<'a>(key: &'a str, stand: &'a Stand, ledger: &mut Ledger) -> Option<Subject<'a>> {
    if let Some(reason) = &stand.broken {
        ledger.disable(key, reason.clone(), stand.key_at);
        return None;
    }
    let provider = match Provider::judge(key, &stand.node, ledger) {
        Ok(provider) => provider,
        Err(unusable) => {
            ledger.disable(key, unusable.reason, unusable.at);
            return None;
        }
    };
    let raw = provider.definition().ok()?;
    Some(Subject { key, key_at: stand.key_at, node: &stand.node, inherited: &stand.inherited, raw, provider })
}

fn unusable(stand: &Stand, ledger: &mut Ledger) -> Option<Remark> {
    let disabled = ledger.disabled.pop()?;
    let rule = if stand.node.duplicate().is_some() { &rules::DUPLICATE_KEY } else { &rules::UNUSABLE };
    Some(Remark {
        rule,
        place: disabled.place,
        provider: disabled.key,
        path: String::new(),
        what: disabled.reason,
    })
}

fn of_finding(finding: &Finding) -> Remark {
    let rule = match finding.kind {
        FindingKind::UnknownKey => &rules::UNKNOWN_KEY,
        FindingKind::Missing => &rules::MISSING_KEY,
        FindingKind::PatternDropped { .. } => &rules::PATTERN_UNUSABLE,
    };
    let what = match &finding.kind {
        FindingKind::UnknownKey => "the format has no such key here; it does nothing".to_owned(),
        FindingKind::Missing => "is missing".to_owned(),
        FindingKind::PatternDropped { reason } => format!("the pattern cannot be run: {reason}"),
    };
    let (provider, path) = (finding.provider.clone(), finding.path.clone());
    Remark { rule, place: finding.place.clone(), provider, path, what }
}

/// What stands in an alias itself, and what only shows in it; what its target is told already is not told twice.
fn of_rules(subjects: &[Subject<'_>], ledger: &Ledger) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for rule in RULES {
        let (check, own_keys) = match rule.check {
            Check::Entry(check) => (check, false),
            Check::OwnKeys(check) => (check, true),
            Check::Loader | Check::Catalogue(_) => continue,
        };
        let mut inherited: Vec<(&Subject<'_>, Hit)> = Vec::new();
        let mut told: HashSet<(Position, String)> = HashSet::new();
        for subject in subjects {
            let mut found = Found::new(subject);
            check(subject, &mut found);
            for hit in found.hits {
                if subject.inherited.iter().any(|key| **key == *hit.section) {
                    inherited.push((subject, hit));
                } else {
                    told.insert((hit.at, hit.path.clone()));
                    remarks.push(remark(rule, subject.key, hit, ledger));
                }
            }
        }
        for (subject, hit) in inherited {
            if !own_keys && !told.contains(&(hit.at, hit.path.clone())) {
                let hit =
                    Hit { at: subject.key_at, what: format!("{} (inherited by the alias)", hit.what), ..hit };
                remarks.push(remark(rule, subject.key, hit, ledger));
            }
        }
    }
    remarks
}

fn of_catalogue(subjects: &[Subject<'_>], ledger: &Ledger) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for rule in RULES {
        let Check::Catalogue(check) = rule.check else { continue };
        for (at, path, what) in check(subjects) {
            let mut found = Found::new(&subjects[at]);
            found.at(&[path], what);
            remarks.extend(found.hits.into_iter().map(|hit| remark(rule, subjects[at].key, hit, ledger)));
        }
    }
    remarks
}

fn remark(rule: &'static Rule, key: &str, hit: Hit, ledger: &Ledger) -> Remark {
    Remark { rule, place: ledger.place(hit.at), provider: key.to_owned(), path: hit.path, what: hit.what }
}

/// Without the remarks that a comment in their entry allows; with one for each comment that allows nothing.
fn allowed(mut remarks: Vec<Remark>, gathered: &Gathered) -> Vec<Remark> {
    let mut idle = Vec::new();
    for (number, file) in (0..).zip(&gathered.files) {
        let mut starts: Vec<(u32, &str)> = gathered
            .entries
            .iter()
            .filter(|(_, stand)| stand.key_at.source == number)
            .map(|(key, stand)| (stand.key_at.line, &**key))
            .collect();
        starts.sort_unstable();
        let entry =
            |line: u32| starts.iter().rev().find(|(start, _)| *start <= line).map_or("", |(_, key)| key);
        let told = |line, column, what: String| Remark {
            rule: &rules::ALLOW_WITHOUT_EFFECT,
            place: Place { file: file.name.clone(), line, column },
            provider: entry(line).to_owned(),
            path: String::new(),
            what,
        };
        let (allows, misspelt) = allow::read(&file.text, RULES);
        idle.extend(misspelt.into_iter().map(|comment| told(comment.line, comment.column, comment.what)));
        for allow in allows {
            let before = remarks.len();
            remarks
                .retain(|remark| remark.rule.name != allow.rule.name || remark.provider != entry(allow.line));
            if remarks.len() == before {
                idle.push(told(
                    allow.line,
                    allow.column,
                    format!("nothing here breaks `{}`", allow.rule.name),
                ));
            }
        }
    }
    remarks.extend(idle);
    remarks
}
