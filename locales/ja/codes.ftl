# 試行がうまくいかなかった理由。固定のコードごとに、だれがどう直せるかを示す。

## 対応できる人

code-by-end-user = 連携する本人
code-by-owner = アプリの開発者（バックエンドまたはインテグレーション）
code-by-service = 連携先のサービス
code-by-operator = このサーバーの運用者

## コード

code-fields-refused = 入力内容がフォームの形式に合いませんでした
code-fields-refused-remedy = 各項目に、求められる内容が表示されます。ここでやめる人が多い場合は、フォームの説明を見直してください。
code-credentials-refused = 入力された認証情報をサービスが受け付けませんでした
code-credentials-refused-remedy = 別の認証情報か、サービス側でのより広い権限が必要です。サービスが返したステータスは、該当するステップに表示されます。
code-check-unclear = サービスの応答からは、認証情報の正否がわかりません
code-check-unclear-remedy = サービスが停止しているか、入力されたアドレスが別のものかもしれません。時間をおいてもう一度試してください。続く場合は、定義にある確認方法が古い可能性があります。
code-check-impossible = 定義と入力値からは、確認用の呼び出しを作れません
code-check-impossible-remedy = プロバイダーの定義を見直してください。connect-ui providers check を実行すると、足りないものがわかります。
code-access-denied = 連携する本人が、サービス側でアクセスを許可しませんでした
code-access-denied-remedy = 故障ではありません。許可しない人が多い場合は、要求するスコープを減らしてください。
code-no-code = サービスから戻ったときに、認可コードがありませんでした
code-no-code-remedy = コールバックURLとスコープを、サービス側の登録内容と照らし合わせてください。
code-approval-requested = サービス側で、インストールの承認がまだ済んでいません
code-approval-requested-remedy = 権限のある人がサービス側で承認すると、連携は自動的に完了します。
code-issuer-mismatch = 応答が、要求先とは別のサーバーから届きました
code-issuer-mismatch-remedy = トークンの交換は行っていません。繰り返す場合は、定義の issuer を確認してください。
code-token-refused = サービスがトークンの要求を拒否しました
code-token-refused-remedy = サービスが返したエラーは、該当するステップに表示されます。多くの場合、クライアントシークレット、コールバックURL、時計のいずれかに誤りがあります。
code-unable-to-parse-token-response = サービスの応答を読み取れません
code-unable-to-parse-token-response-remedy = 定義と異なる応答が返されました。定義の管理者に知らせてください。
code-service-unreachable = サービスから応答がありませんでした
code-service-unreachable-remedy = 時間をおいてもう一度試してください。まったく応答がない場合は、アドレスと、このサーバーからの呼び出しが許可されているか（CONNECT_UI_OUTBOUND_ALLOW）を確認してください。
code-provider-config-err = インテグレーションのクライアントまたはアプリが未設定か、受け付けられていません
code-provider-config-err-remedy = インテグレーションを開き、サービスに表示されるクライアントIDとシークレットを入力してください。
code-unknown-config-key = プロバイダーの定義がないか、不完全です
code-unknown-config-key-remedy = 定義を追加し直すか（CONNECT_UI_PROVIDERS）、インテグレーションを削除してください。
code-auth-mode-err = このインテグレーションは、この方法では連携できません
code-auth-mode-err-remedy = プロバイダーの認証方式に合った呼び出しまたはページを使ってください。
code-url-param-err = サービスのアドレスに必要な値がないか、正しくありません
code-url-param-err-remedy = 連携する本人がフォームで入力するか、セッションの integrations_config_defaults であらかじめ指定します。
code-foreign-installation = 戻ってきたインストールを、連携する本人は閲覧できません
code-foreign-installation-remedy = インストールしたアカウントで、サービスにログインします。
code-connection-test-failed = インテグレーションの認証情報をサービスが受け付けませんでした
code-connection-test-failed-remedy = インテグレーションの設定を、サービス側の設定と照らし合わせてください。
code-unknown-connect-session-token = Connect セッションが見つからないか、期限が切れています
code-unknown-connect-session-token-remedy = 使う直前に、バックエンドで新しいセッションを作成します。
code-integration-not-allowed = セッションがこのインテグレーションを許可していません
code-integration-not-allowed-remedy = allowed_integrations に加えるか、この指定を省いてください。
code-exchange-needs-connect-ui = このセッションのコードは、SDKのポップアップでは受け渡せません
code-exchange-needs-connect-ui-remedy = nango.auth() の代わりに Connect UI を開くか、connect_ui.completion を省いてください。
code-verification-required = このセッションには本人確認が必要で、専用リンクからしか行えません
code-verification-required-remedy = 連携する本人に connect_link を送ってください。
code-flow-expired = 時間内にサービスから戻りませんでした
code-flow-expired-remedy = もう一度試せます。戻らない人が多い場合は、サービス側で何が表示されるかを確認してください。
code-cancelled = 連携する本人がキャンセルしました
code-cancelled-remedy = 対応は不要です。
code-session-ended = 途中でセッションが終了したか、インテグレーションが削除されました
code-session-ended-remedy = バックエンドで新しいセッションを作成します。
code-connection-deleted = 再連携の対象だった接続は削除されています
code-connection-deleted-remedy = バックエンドで、新しい接続のためのセッションを作成します。
code-not-stored = 接続をデータベースに保存できませんでした
code-not-stored-remedy = このサーバーの運用者が、ログと /ready を確認します。
code-unknown-err = 連携できませんでした
code-unknown-err-remedy = このサーバーの運用者が、ログで理由を確認できます。
code-not-verified = メールの確認コードが一致しませんでした
code-not-verified-remedy = 最新のコードを入力するか、コードを送り直します。
code-popup-blocked = ブラウザーがサービスのウィンドウをブロックしました
code-popup-blocked-remedy = 連携する本人が、アプリのページでポップアップを許可します。アプリは、ほかの処理を待たずに、クリックと同時にウィンドウを開いてください。
code-popup-closed = 完了する前に、サービスのウィンドウが閉じられました
code-popup-closed-remedy = もう一度試せます。
code-lookup-failed = 呼び出しに必要な値を取得できませんでした
code-lookup-failed-remedy = バックエンドが接続を読み込むときに、もう一度取得を試みます。どの値かは、接続のエラーに表示されます。
code-refresh-token-external-error = 認証情報を更新できませんでした
code-refresh-token-external-error-remedy = 続く場合は、サービス側でアクセスが終了しています。本人が再連携してください。
code-refresh-interrupted = 認証情報の更新結果がわかりません
code-refresh-interrupted-remedy = サービス側でトークンが置き換えられた可能性があります。次の更新も失敗する場合は、本人が再連携してください。
