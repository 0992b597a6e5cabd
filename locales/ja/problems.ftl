summary-title = { $count }件の確認が必要です
summary-title-check = まだ連携されていません

## 項目の値

problem-missing = 「{ $label }」を入力してください。
problem-missing-choice = 「{ $label }」を選択してください。
problem-not-an-option = 「{ $label }」の選択肢から選んでください。
problem-pattern = 「{ $label }」の形式と異なるようです。{ $service }に表示されている値と照らし合わせてください。
problem-pattern-example = 「{ $label }」の形式と異なるようです。正しい形式の例：{ $example }
problem-hostname = ホスト名だけを入力してください（例：{ $example }）。https:// とパスは不要です。
problem-uri = https:// から始まるアドレス全体を入力してください。
problem-uuid = IDの36文字をすべて入力してください（例：{ $example }）。
problem-email = メールアドレスを入力してください（例：name@example.com）。
problem-host-label = アドレスの最初の部分だけを入力してください。たとえば { $address } の場合は { $example } です。
problem-host-label-plain = アドレスのうち、ここに入る部分だけを入力してください。使えるのは英字、数字、ハイフンです。
problem-authority = ホスト名だけを入力してください。必要な場合はポートも付けます（例：{ $example }）。
problem-too-long = 長すぎます。{ $max }文字以内で入力してください。

## 貼り付けられた値で直したところ

repairs-title = 入力内容を{ $count }か所整えました
repair-url-to-subdomain = { $label }：アドレス全体から「{ $value }」を取り出しました。
repair-trimmed-blanks = { $label }：前後の空白を取り除きました。
repair-zero-width = { $label }：見えない文字を取り除きました。
repair-bearer-prefix = { $label }：「Bearer」を取り除きました。自動的に付け加えられます。
repair-pem-line-breaks = { $label }：改行を元に戻しました。

## サービスの応答

check-refused = { $service }がこの情報を受け付けませんでした。それぞれ全体をコピーしたか、アカウントにAPIの利用が許可されているかを確認してください。
check-refused-field = { $service }がこの「{ $label }」を受け付けませんでした。全体をコピーしたか、現在も有効かを確認してください。
check-denied = { $service }がアクセスを拒否しました（403）。入力内容と、APIの利用が許可されているかを確認してください。
check-status = { $service }から予期しない応答がありました（ステータス{ $status }）。入力内容を確認するか、1分ほど待ってもう一度お試しください。
check-no-token = { $service }から応答がありましたが、この情報ではログインできませんでした。入力内容を確認してください。
check-unusable = { $service }からの応答を読み取れません。入力内容を確認するか、このページの運営者にお知らせください。
check-unreachable = { $host }に接続できませんでした。アドレスを確認するか、1分ほど待ってもう一度お試しください。
check-timed-out = { $host }の応答に時間がかかりすぎました。1分ほど待って、もう一度お試しください。
check-forbidden-address = { $host }はプライベートアドレスのため、接続しません。{ $service }アカウントの公開アドレスを入力してください。
check-tls = { $host }の証明書に問題があるため、安全に接続できませんでした。アドレスを確認するか、そのサーバーの運営者にお知らせください。
check-no-address = この情報からは、{ $service }の接続先アドレスがわかりません。入力内容を確認するか、このページの運営者にお知らせください。
check-not-set-up = { $service }の設定がまだ完了していないため、連携できません。このページの運営者にお知らせください。ご自身で変更が必要なところはありません。
check-not-stored = 保存できなかったため、何も連携されていません。1分ほど待って、もう一度お試しください。
