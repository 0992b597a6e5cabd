//! Every page in every state that it must look finished in.

use std::sync::LazyLock;

use askama::Template;
use connect_ui::theme::{self, ModeChoice, ThemeSettings};
use connect_ui::web::asset::Assets;
use connect_ui::web::connect::page::*;
use connect_ui::web::tr::{Language, Translations};

/// Unpacked and parsed once for all samples.
static TRANSLATIONS: LazyLock<Translations> = LazyLock::new(Translations::bundled);

/// The default theme's sheet, as the handlers print it.
pub fn theme_css(scheme: ColorScheme, surface: Surface) -> String {
    let mode = match scheme {
        ColorScheme::Light => ModeChoice::Light,
        ColorScheme::Dark => ModeChoice::Dark,
        ColorScheme::System => ModeChoice::System,
    };
    let place = match surface {
        Surface::Hosted | Surface::Embedded => theme::Surface::Hosted,
        Surface::Overlay => theme::Surface::Overlay,
    };
    theme::stylesheet(&ThemeSettings::default(), mode, place)
}

/// A drawn page and the name of its file in the gallery.
pub struct Sample {
    pub name: &'static str,
    pub html: String,
    pub theme_css: String,
}

pub fn chrome(language: Language, surface: Surface, color_scheme: ColorScheme) -> Chrome {
    let overlay = surface == Surface::Overlay;
    Chrome {
        tr: TRANSLATIONS.reader(language),
        offers_languages: surface == Surface::Hosted,
        theme_css: theme_css(color_scheme, surface).into(),
        color_scheme,
        surface,
        app_name: "Acme".to_owned(),
        script_url: Assets::bundled().script_url().to_owned(),
        parent_origin: (surface != Surface::Hosted).then(|| "https://app.acme.com".to_owned()),
        event: None,
        back_url: None,
        closable: overlay,
        close_url: None,
        help_url: None,
        identity: std::sync::Arc::default(),
        watermark: true,
        preview: false,
        time_limit: None,
        reference: None,
    }
}

pub fn all(language: Language, surface: Surface, scheme: ColorScheme) -> Vec<Sample> {
    let c = || chrome(language, surface, scheme);
    let mut samples = forms(&c);
    samples.extend(pickers(&c));
    samples.extend(messages(&c));
    samples.extend(before_a_session(&c));
    samples.extend(verification(&c));
    samples.extend(super::manage::all(&c));
    for sample in &mut samples {
        sample.theme_css = theme_css(scheme, surface);
    }
    samples
}

pub fn sample(name: &'static str, page: &impl Template) -> Sample {
    Sample { name, html: page.render().expect("the page can be drawn"), theme_css: String::new() }
}

pub fn service(name: &str) -> Service {
    Service { name: name.to_owned(), logo_url: None }
}

pub fn zendesk() -> Service {
    let logo = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E\
                %3Cpath fill='%2303363d' d='M11 8v13H0zM11 3A5.5 5.5 0 0 1 0 3zM13 21a5.5 5.5 0 0 1 11 0zM13 16V3h11z'/%3E%3C/svg%3E";
    Service { name: "Zendesk".to_owned(), logo_url: Some(logo.to_owned()) }
}

fn field(name: &str, label: &str, control: Control) -> Field {
    Field {
        name: name.to_owned(),
        label: label.to_owned(),
        required: true,
        description: None,
        untranslated: connect_ui::provider::Untranslated::default(),
        documentation_url: None,
        affixes: Affixes::default(),
        control,
        problem: None,
        enter_again: false,
    }
}

fn text(value: &str, placeholder: &str) -> Control {
    Control::Text { value: value.to_owned(), placeholder: Some(placeholder.to_owned()), username: false }
}

fn secret(placeholder: &str) -> Control {
    Control::Password { placeholder: Some(placeholder.to_owned()), kind: PasswordKind::Secret }
}

fn subdomain() -> Field {
    Field {
        affixes: Affixes { prefix: Some("https://".to_owned()), suffix: Some(".zendesk.com".to_owned()) },
        description: Some("The first part of the address at which you sign in.".to_owned()),
        documentation_url: Some("https://docs.example.com/zendesk#subdomain".to_owned()),
        ..field("params.subdomain", "Subdomain", text("", "acme"))
    }
}

fn three_fields() -> Vec<Field> {
    vec![
        subdomain(),
        field(
            "credentials.username",
            "Email address",
            Control::Text {
                value: String::new(),
                placeholder: Some("alice@acme.com".to_owned()),
                username: true,
            },
        ),
        Field {
            documentation_url: Some("https://docs.example.com/zendesk#token".to_owned()),
            ..field("credentials.apiKey", "API token", secret("Paste your token"))
        },
    ]
}

pub fn form(chrome: Chrome) -> FormPage {
    FormPage {
        chrome: Chrome { back_url: Some("..".to_owned()), ..chrome },
        service: zendesk(),
        person: Some("alice@acme.com".to_owned()),
        reconnect: None,
        already_connected: false,
        repairs: vec![],
        failure: None,
        fields: three_fields(),
        external_id: None,
        resume: None,
        guide_url: Some("https://docs.example.com/zendesk".to_owned()),
        submit: Submit::CheckAndConnect,
        action: None,
        start: None,
        attempt: Some("0123456789abcdef0123456789abcdef".to_owned()),
        state: FormState::Open,
    }
}

fn forms(c: &impl Fn() -> Chrome) -> Vec<Sample> {
    vec![
        sample(
            "form-continued",
            &FormPage {
                resume: Some(Resume {
                    keep_url: "zendesk/draft".to_owned(),
                    restart_url: Some("zendesk/restart".to_owned()),
                }),
                ..form(c())
            },
        ),
        sample("form", &form(c())),
        sample("form-one-error", &one_error(c())),
        sample("form-many-errors", &many_errors(c())),
        sample("form-refused", &refused(c())),
        sample("form-unreachable", &unreachable(c())),
        sample("form-no-token", &FormPage { failure: Some(CheckFailure::NoToken), ..filled(c()) }),
        sample("form-unusable", &FormPage { failure: Some(CheckFailure::Unusable), ..filled(c()) }),
        sample("form-repaired", &repaired(c())),
        sample("form-expired", &expired(c())),
        sample("form-all-controls", &all_controls(c())),
        sample("form-aws", &aws(c())),
        sample("form-no-input", &no_input(c())),
        sample("form-reconnect-refused", &broken(c(), TroubleKind::Refused, true)),
        sample("form-reconnect-refused-undated", &broken(c(), TroubleKind::Refused, false)),
        sample("form-reconnect-interrupted", &broken(c(), TroubleKind::Interrupted, true)),
        sample("form-reconnect-interrupted-undated", &broken(c(), TroubleKind::Interrupted, false)),
        sample("form-reconnect-look-up", &broken(c(), TroubleKind::LookUp, false)),
        sample("form-reconnect-unnamed", &FormPage { person: None, ..no_input(c()) }),
        sample("form-continue", &FormPage { submit: Submit::Continue, ..no_input(c()) }),
        sample(
            "form-preview",
            &FormPage { chrome: Chrome { preview: true, ..form(c()).chrome }, ..form(c()) },
        ),
        sample("form-long", &long(c())),
    ]
}

fn filled(chrome: Chrome) -> FormPage {
    let mut page = form(chrome);
    page.fields[0].control = text("acme", "acme");
    page.fields[1].control =
        Control::Text { value: "alice@acme.com".to_owned(), placeholder: None, username: true };
    page.fields[2].enter_again = true;
    page
}

fn one_error(chrome: Chrome) -> FormPage {
    let mut page = filled(chrome);
    page.fields[0].control = text("evil.com/#", "acme");
    page.fields[0].problem =
        Some(Problem::HostLabel { example: Some(("acme".to_owned(), "acme.zendesk.com".to_owned())) });
    page
}

fn many_errors(chrome: Chrome) -> FormPage {
    let mut page = one_error(chrome);
    page.fields[1].problem = Some(Problem::Email);
    page.fields[2].problem = Some(Problem::Missing);
    page.fields[2].enter_again = false;
    let problems = [
        ("region", Problem::NotAnOption),
        ("code", Problem::Pattern { example: Some("DE-4711".to_owned()) }),
        ("code2", Problem::Pattern { example: None }),
        ("host", Problem::Hostname { example: "acme.com".to_owned() }),
        ("uri", Problem::Uri),
        ("uuid", Problem::Uuid),
        ("label", Problem::HostLabel { example: None }),
        ("authority", Problem::Authority { example: "acme.com:8443".to_owned() }),
        ("long", Problem::TooLong { max: 4096 }),
    ];
    page.fields.extend(
        problems
            .map(|(name, problem)| Field { problem: Some(problem), ..field(name, "Value", text("x", "x")) }),
    );
    page.fields.push(Field {
        problem: Some(Problem::Missing),
        ..field("choice", "Region", Control::Select { options: vec!["EU".to_owned()], value: String::new() })
    });
    page
}

fn refused(chrome: Chrome) -> FormPage {
    let field = Some(("credentials.apiKey".to_owned(), "API token".to_owned()));
    FormPage { failure: Some(CheckFailure::Refused { field }), ..filled(chrome) }
}

fn unreachable(chrome: Chrome) -> FormPage {
    let failure = CheckFailure::Unreachable { host: "acme.zendesk.com".to_owned() };
    let failed = Chrome { reference: Some("7F3K-2QXM".to_owned()), ..chrome };
    FormPage { failure: Some(failure), ..filled(failed) }
}

fn repaired(chrome: Chrome) -> FormPage {
    let notice = |label: &str, repair| RepairNotice { label: label.to_owned(), repair };
    let repairs = vec![
        notice("Subdomain", Repair::UrlToSubdomain { value: "acme".to_owned() }),
        notice("Email address", Repair::TrimmedBlanks),
        notice("Email address", Repair::RemovedZeroWidth),
        notice("API token", Repair::RemovedBearerPrefix),
        notice("Private key", Repair::PemLineBreaks),
    ];
    FormPage { repairs, already_connected: true, ..filled(chrome) }
}

fn expired(chrome: Chrome) -> FormPage {
    FormPage { state: FormState::Expired { ended_at: "14:05".to_owned() }, ..filled(chrome) }
}

fn all_controls(chrome: Chrome) -> FormPage {
    let choice = |value: &str| Control::Select {
        options: ["eu-1", "us-1", "us-2"].map(str::to_owned).to_vec(),
        value: value.to_owned(),
    };
    let account = Control::Password { placeholder: None, kind: PasswordKind::Account };
    FormPage {
        person: None,
        service: service("Ünicorn CRM"),
        fields: vec![
            field("region", "Region", choice("us-1")),
            Field { required: false, ..field("zone", "Zone", choice("")) },
            field("password", "Password", account),
            Field {
                description: Some("The whole file, from BEGIN to END.".to_owned()),
                ..field(
                    "key",
                    "Private key",
                    Control::TextArea { placeholder: Some("-----BEGIN PRIVATE KEY-----".to_owned()) },
                )
            },
            Field { required: false, ..field("note", "Tenant", text("", "Default")) },
        ],
        chrome: Chrome {
            help_url: Some("https://acme.com/help".to_owned()),
            time_limit: Some(TimeLimit { ends_in_seconds: 1800, extend_url: Some("../extend".to_owned()) }),
            ..chrome
        },
        ..form_without_chrome()
    }
}

fn form_without_chrome() -> FormPage {
    form(chrome(Language::ENGLISH, Surface::Hosted, ColorScheme::Light))
}

fn aws(chrome: Chrome) -> FormPage {
    FormPage {
        service: service("AWS"),
        external_id: Some(ExternalId {
            name: "params.external_id".to_owned(),
            value: "7d1c4f8e-0a53-4b7e-9c1d-52f1a6b0c9aa".to_owned(),
        }),
        fields: vec![field(
            "credentials.role_arn",
            "Role ARN",
            text("", "arn:aws:iam::123456789012:role/acme"),
        )],
        ..form(chrome)
    }
}

fn broken(chrome: Chrome, kind: TroubleKind, is_dated: bool) -> FormPage {
    let since = is_dated.then_some(Day { day: 31, month: 1, year: 2025 });
    FormPage { reconnect: Some(Reconnect { trouble: Some(Trouble { kind, since }) }), ..form(chrome) }
}

fn no_input(chrome: Chrome) -> FormPage {
    FormPage {
        fields: vec![],
        submit: Submit::Connect,
        reconnect: Some(Reconnect::default()),
        service: service("GitHub"),
        ..form(chrome)
    }
}

fn long(chrome: Chrome) -> FormPage {
    let word = "Donaudampfschifffahrtsgesellschaftskapitän";
    FormPage {
        service: service(&format!("{word} Enterprise Resource Planning for Small and Medium Businesses")),
        person: Some(format!("{}@{}.example.com", word.to_lowercase(), word.to_lowercase())),
        fields: vec![Field {
            affixes: Affixes {
                prefix: Some("https://eu-central-1.".to_owned()),
                suffix: Some(".wolterskluwer-customers.cloud.example.com".to_owned()),
            },
            description: Some(format!("{word} {word} is the name under which your instance is known.")),
            documentation_url: Some("https://docs.example.com".to_owned()),
            required: false,
            ..field("x", &format!("{word}{word} number of the instance"), text("", word))
        }],
        failure: Some(CheckFailure::Tls { host: format!("{word}{word}.example.com").to_lowercase() }),
        chrome: Chrome { app_name: format!("{word} & Söhne GmbH & Co. KG auf Aktien"), ..chrome },
        ..form_without_chrome()
    }
}

fn pickers(c: &impl Fn() -> Chrome) -> Vec<Sample> {
    let page = |rows: Vec<PickerRow>| PickerPage {
        chrome: c(),
        person: Some("alice@acme.com".to_owned()),
        searchable: rows.len() > 8,
        query: String::new(),
        search_url: None,
        unfinished: None,
        rows,
    };
    let few = ["Zendesk", "GitHub", "Stripe", "Notion"].map(row);
    let mut twins: Vec<PickerRow> = few.to_vec();
    twins[0].service = zendesk();
    twins.insert(1, PickerRow { hint: Some("Sandbox, for trying things out".to_owned()), ..row("Zendesk") });
    let many: Vec<PickerRow> = (0..200).map(|n| row(&format!("{} {n}", NAMES[n % NAMES.len()]))).collect();
    vec![
        sample("picker", &page(twins)),
        sample("picker-200", &page(many)),
        sample("picker-unfinished", &PickerPage { unfinished: Some(row("Linear")), ..page(few.to_vec()) }),
        sample(
            "picker-nothing-found",
            &PickerPage { query: "xyz".to_owned(), searchable: true, person: None, ..page(vec![]) },
        ),
        sample("no-integrations", &NoIntegrationsPage { chrome: c() }),
    ]
}

fn verification(c: &impl Fn() -> Chrome) -> Vec<Sample> {
    let states = [
        ("verify-unsent", CodeState::Unsent),
        ("verify-sent", CodeState::Sent),
        ("verify-wrong", CodeState::Wrong),
        ("verify-no-code", CodeState::NoCode),
        ("verify-over", CodeState::Over),
        ("verify-not-sent", CodeState::NotSent),
        ("verify-no-more", CodeState::NoMore),
    ];
    let address = "a•••@acme.com".to_owned();
    states
        .into_iter()
        .map(|(name, state)| sample(name, &VerifyPage { chrome: c(), address: address.clone(), state }))
        .collect()
}

const NAMES: [&str; 6] =
    ["Zendesk", "Airtable", "Bamboo", "Donaudampfschifffahrtsgesellschaft Cloud", "Linear", "Mailchimp"];

fn row(name: &str) -> PickerRow {
    PickerRow { service: service(name), hint: None, href: format!("integrations/{}", name.to_lowercase()) }
}

fn messages(c: &impl Fn() -> Chrome) -> Vec<Sample> {
    let connect = ParentEvent::Connect {
        provider_config_key: "zendesk".to_owned(),
        connection_id: "9e2f".to_owned(),
        is_pending: false,
        exchange_code: None,
        again: false,
    };
    let error = ParentEvent::Error {
        error_type: "connection_test_failed".to_owned(),
        error_message: "No".to_owned(),
    };
    let tr = c().tr;
    let reference = Some("7F3K-2QXM".to_owned());
    let another_url = Some("../..".to_owned());
    let error_page = |kind, retry: bool| ErrorPage {
        chrome: Chrome { reference: Some("7F3K-2QXM".to_owned()), ..c() },
        kind,
        retry_url: retry.then(|| "?".to_owned()),
    };
    vec![
        sample(
            "done",
            &DonePage {
                chrome: Chrome { event: Some(connect), ..c() },
                service: zendesk(),
                another_url: another_url.clone(),
                accounts_url: None,
                app_url: None,
                again: false,
            },
        ),
        sample(
            "done-hosted-last",
            &DonePage {
                chrome: c(),
                service: service("GitHub"),
                another_url: None,
                accounts_url: None,
                app_url: None,
                again: false,
            },
        ),
        sample(
            "done-again",
            &DonePage {
                chrome: c(),
                service: service("GitHub"),
                another_url: None,
                accounts_url: None,
                app_url: None,
                again: true,
            },
        ),
        sample(
            "done-back-to-app",
            &DonePage {
                chrome: c(),
                service: service("GitHub"),
                another_url: None,
                accounts_url: None,
                app_url: Some("https://app.acme.com/finish".to_owned()),
                again: false,
            },
        ),
        sample(
            "failure",
            &FailurePage {
                chrome: Chrome { event: Some(error), reference, ..c() },
                service: zendesk(),
                reason: CheckFailure::TimedOut { host: "acme.zendesk.com".to_owned() }.text(&tr, "Zendesk"),
                retry_url: Some("../integrations/zendesk".to_owned()),
            },
        ),
        sample("expired", &ExpiredPage { chrome: c(), ended_at: "14:05".to_owned() }),
        sample("finished", &FinishedPage { chrome: c(), service: Some(zendesk()), another_url }),
        sample("finished-plain", &FinishedPage { chrome: c(), service: None, another_url: None }),
        sample("not-found", &NotFoundPage { chrome: c() }),
        sample("error", &error_page(ErrorKind::Fault, true)),
        sample("error-ended", &error_page(ErrorKind::Ended, false)),
        sample("error-link-expired", &error_page(ErrorKind::LinkExpired, false)),
        sample("error-link-revoked", &error_page(ErrorKind::LinkRevoked, false)),
        sample("error-link-used", &error_page(ErrorKind::LinkUsed, false)),
        sample("error-connection-gone", &error_page(ErrorKind::ConnectionGone, false)),
        sample("error-unverified", &error_page(ErrorKind::Unverified, false)),
        sample("error-answer-used", &error_page(ErrorKind::AnswerUsed, false)),
        sample("error-browser", &error_page(ErrorKind::OtherBrowser, false)),
        sample("error-large", &error_page(ErrorKind::TooLarge, false)),
        sample("error-unsupported", &error_page(ErrorKind::NotSupported, false)),
        sample("expired-at-some-time", &ExpiredPage { chrome: c(), ended_at: String::new() }),
        sample("error-busy", &error_page(ErrorKind::TooFast, false)),
        sample("error-maintenance", &error_page(ErrorKind::Unavailable, true)),
    ]
}

fn before_a_session(c: &impl Fn() -> Chrome) -> Vec<Sample> {
    let shell = ShellPage {
        chrome: Chrome { parent_origin: None, ..c() },
        allowed_origins: vec!["http://localhost:*".to_owned(), "https://app.acme.com".to_owned()],
        action: "ui".to_owned(),
        parameters: vec![("theme".to_owned(), "dark".to_owned()), ("lang".to_owned(), "de".to_owned())],
    };
    vec![
        sample("shell", &shell),
        sample("bare", &BarePage { chrome: c() }),
        sample(
            "refusal",
            &RefusalPage {
                chrome: Chrome { parent_origin: None, ..c() },
                origin: "https://evil.example".to_owned(),
            },
        ),
    ]
}
