//! How long the parts of a page and a call take that need nobody else: loading the catalogue, building a form, filling a
//! call's templates. `cargo bench --bench catalogue` prints a line each: name, microseconds at the median.
//!
//! `BENCH_CATALOGUE` names a further provider file.

use std::{hint::black_box, path::PathBuf, time::Instant};

use connect_ui::{
    clock::Timestamp,
    provider::{
        Catalog, CatalogSource, Form, FormContext,
        interpolate::{BaseUrl, Context, Scope, address, call_headers},
    },
};

const RUNS: usize = 31;

/// The median of some runs, each of `times` repetitions, in microseconds for one.
fn median(times: usize, mut run: impl FnMut()) -> f64 {
    let mut taken: Vec<f64> = (0..RUNS)
        .map(|_| {
            let began = Instant::now();
            for _ in 0..times {
                run();
            }
            began.elapsed().as_secs_f64() * 1e6 / f64::from(u32::try_from(times).unwrap_or(u32::MAX))
        })
        .collect();
    taken.sort_by(f64::total_cmp);
    taken[RUNS / 2]
}

fn main() {
    let mut sources = vec![CatalogSource::Bundled];
    let further = std::env::var_os("BENCH_CATALOGUE").map(PathBuf::from);
    sources.extend(further.map(CatalogSource::Path));
    let load = || Catalog::load(&sources);
    let Ok(catalog) = load() else { return };
    println!("definitions {}", catalog.len());
    println!("load {:.1}", median(1, || drop(black_box(load()))));

    let context = FormContext::default();
    let forms =
        median(1, || catalog.iter().for_each(|provider| drop(black_box(Form::build(provider, &context)))));
    println!("forms {forms:.1}");

    let config = Scope::new().with("subdomain", "acme").with("region", "eu");
    let scope = Scope::new().with("apiKey", "k-1234567890").with("connectionConfig", config);
    let context = Context::new(&scope, Timestamp(1_738_317_600_000), "5b0a4f5e-7f9b-4d9f-8a1e-2f6f0a9c3b1d");
    let base = BaseUrl::Template(
        "https://${connectionConfig.subdomain}.${connectionConfig.region}.acme.test/api/v2/",
    );
    let headers = [("authorization", "Basic ${base64(${apiKey}:x)}"), ("accept", "application/json")];
    let call = median(1000, || {
        drop(black_box(address(base, "/things/7?expand=all", &[], context)));
        drop(black_box(call_headers(headers, context)));
    });
    println!("call {call:.2}");
}
