## The switch of languages

language-switch = Język:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } i { $last }
list-end = { $first } i { $last }
list-middle = { $first }, { $next }
