//! The sample integration in every state, drawn with the views of the real pages.

use askama::Template as _;

use super::{
    super::{
        listing,
        page::{
            Affixes, Aim, CheckFailure, Chrome, CodeState, Control, Day, DonePage, ErrorKind, ErrorPage,
            ExpiredPage, FailurePage, Field, FinishedPage, FormPage, FormState, NoIntegrationsPage,
            PasswordKind, PickerPage, PickerRow, Problem, Reconnect, ResultPage, Service, StartButton,
            Submit, Trouble, TroubleKind, VerifyPage, Waiting, WaitingPage,
        },
    },
    State, trouble,
};

/// When the sample's time ended.
const ENDED_AT: &str = "14:05";

/// The page of a state.
pub fn render(state: State, chrome: Chrome, script_url: &str) -> Result<String, askama::Error> {
    let failure = |chrome: &Chrome| CheckFailure::Refused { field: None }.text(&chrome.tr, "Zendesk");
    if let Some(trouble) = trouble::at_form(state) {
        return FormPage { failure: Some(trouble), ..form(referred(chrome)) }.render();
    }
    if let Some(kind) = trouble::in_the_way(state) {
        let retries = matches!(kind, ErrorKind::Fault | ErrorKind::TooFast | ErrorKind::Unavailable);
        let retry_url = retries.then(|| "#".to_owned());
        return ErrorPage { chrome: referred(chrome), kind, retry_url }.render();
    }
    match state {
        State::Picker => picker(chrome).render(),
        State::Mistakes => mistakes(chrome).render(),
        State::Reconnect => {
            let since = Some(Day { day: 31, month: 1, year: 2025 });
            let trouble = Some(Trouble { kind: TroubleKind::Refused, since });
            FormPage { reconnect: Some(Reconnect { trouble }), ..form(chrome) }.render()
        }
        State::Code => {
            VerifyPage { chrome, address: "a•••@acme.com".to_owned(), state: CodeState::Sent }.render()
        }
        State::Late => {
            FormPage { state: FormState::Expired { ended_at: ENDED_AT.to_owned() }, ..form(chrome) }.render()
        }
        State::Ready => waiting(chrome, Waiting::ForPress, script_url).render(),
        State::Waiting => waiting(chrome, Waiting::ForWindow, script_url).render(),
        State::Success => {
            let another_url = Some("#".to_owned());
            DonePage {
                chrome,
                service: zendesk(),
                again: false,
                another_url,
                accounts_url: None,
                app_url: None,
            }
            .render()
        }
        State::Failure => {
            let reason = failure(&chrome);
            FailurePage {
                chrome: referred(chrome),
                service: zendesk(),
                reason,
                retry_url: Some("#".to_owned()),
            }
            .render()
        }
        State::Finished => FinishedPage { chrome, service: Some(zendesk()), another_url: None }.render(),
        State::Expired => ExpiredPage { chrome, ended_at: ENDED_AT.to_owned() }.render(),
        State::Nothing => NoIntegrationsPage { chrome }.render(),
        State::Back => result(chrome, None, script_url).render(),
        State::BackRefused => {
            let reason = failure(&chrome);
            result(chrome, Some(reason), script_url).render()
        }
        // The form, and what is told at it, is drawn above or is this.
        _ => form(chrome).render(),
    }
}

fn zendesk() -> Service {
    listing::service("Zendesk", "zendesk-api-key")
}

fn person() -> String {
    "alice@acme.com".to_owned()
}

fn referred(chrome: Chrome) -> Chrome {
    Chrome { reference: Some("7f3k2qxm".to_owned()), ..chrome }
}

fn form(chrome: Chrome) -> FormPage {
    FormPage {
        service: zendesk(),
        person: Some(person()),
        reconnect: None,
        already_connected: false,
        repairs: Vec::new(),
        failure: None,
        fields: fields(),
        external_id: None,
        resume: None,
        guide_url: Some("https://support.zendesk.com/".to_owned()),
        submit: Submit::CheckAndConnect,
        action: None,
        start: None,
        attempt: None,
        state: FormState::Open,
        chrome,
    }
}

fn mistakes(chrome: Chrome) -> FormPage {
    let mut page = form(chrome);
    let problems = [Problem::HostLabel { example: None }, Problem::Email, Problem::Missing];
    for (field, problem) in page.fields.iter_mut().zip(problems) {
        field.problem = Some(problem);
    }
    page
}

fn picker(chrome: Chrome) -> PickerPage {
    let some = [
        ("Zendesk", "zendesk-api-key"),
        ("GitHub", "github-pat"),
        ("Slack", "slack"),
        ("Stripe", "stripe-api-key"),
        ("Notion", "notion-api-key"),
        ("Acme ERP", "none"),
    ];
    let row = |(name, provider): (&str, &str)| PickerRow {
        service: listing::service(name, provider),
        hint: None,
        href: "#".to_owned(),
    };
    PickerPage {
        chrome,
        person: Some(person()),
        searchable: false,
        query: String::new(),
        search_url: None,
        unfinished: None,
        rows: some.into_iter().map(row).collect(),
    }
}

fn waiting(chrome: Chrome, waiting: Waiting, script_url: &str) -> WaitingPage {
    WaitingPage {
        chrome,
        service: zendesk(),
        aim: Aim::Connect,
        person: Some(person()),
        waiting,
        start: StartButton {
            action: "#".to_owned(),
            ticket: String::new(),
            waiting_url: Some("#".to_owned()),
        },
        cancel_url: "#".to_owned(),
        script_url: script_url.to_owned(),
    }
}

fn result(chrome: Chrome, failure: Option<String>, script_url: &str) -> ResultPage {
    ResultPage { chrome, service: zendesk(), failure, script_url: script_url.to_owned() }
}

fn fields() -> Vec<Field> {
    let field = |name: &str, label: &str, affixes, control| Field {
        name: name.to_owned(),
        label: label.to_owned(),
        required: true,
        description: None,
        untranslated: crate::provider::Untranslated::default(),
        documentation_url: Some("https://support.zendesk.com/".to_owned()),
        affixes,
        control,
        problem: None,
        enter_again: false,
    };
    let text = |value: &str, placeholder: &str| Control::Text {
        value: value.to_owned(),
        placeholder: Some(placeholder.to_owned()),
        username: false,
    };
    let affixes = Affixes { prefix: Some("https://".to_owned()), suffix: Some(".zendesk.com".to_owned()) };
    vec![
        field("params.subdomain", "Subdomain", affixes, text("acme", "acme")),
        field("credentials.username", "Email", Affixes::default(), text("", "alice@acme.com")),
        field(
            "credentials.password",
            "API token",
            Affixes::default(),
            Control::Password { placeholder: None, kind: PasswordKind::Secret },
        ),
    ]
}
