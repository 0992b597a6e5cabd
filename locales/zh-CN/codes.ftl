# 一次尝试中出了什么问题，按固定代码列出；谁能解决，如何解决。

## 谁能处理

code-by-end-user = 连接账号的用户
code-by-owner = 应用开发者（后端或集成设置）
code-by-service = 对方服务
code-by-operator = 此服务器的运维人员

## 代码

code-fields-refused = 填写的内容不符合表单要求
code-fields-refused-remedy = 用户可在每个字段旁看到应填的内容。如果很多人停在这一步，可能需要改进表单提示。
code-credentials-refused = 服务未接受填写的凭据
code-credentials-refused-remedy = 用户需要其他凭据，或在该服务中需要更多权限。该步骤中列有服务返回的状态码。
code-check-unclear = 服务的响应无法说明凭据是否有效
code-check-unclear-remedy = 服务可能已中断，或者用户填写的地址有误。请稍后重试；如果一直如此，定义中的检查方式可能已过时。
code-check-impossible = 根据定义和填写的值，无法构造用于检查的调用
code-check-impossible-remedy = 请查看提供方的定义：运行 connect-ui providers check 可列出缺少的内容。
code-access-denied = 用户未在服务中允许访问
code-access-denied-remedy = 这不是故障。如果很多人拒绝，请减少申请的权限范围。
code-no-code = 服务将用户送回时未附带授权码
code-no-code-remedy = 请将回调 URL 和权限范围与服务中登记的内容进行核对。
code-approval-requested = 安装仍需在服务中获得批准
code-approval-requested-remedy = 由有权限的人在服务中批准，之后连接会自动完成。
code-issuer-mismatch = 响应并非来自所请求的服务器
code-issuer-mismatch-remedy = 未交换任何令牌。如果反复出现，请检查定义中的颁发者（issuer）。
code-token-refused = 服务拒绝了令牌请求
code-token-refused-remedy = 该步骤中列有服务返回的错误。常见原因是客户端密钥、回调 URL 或时钟有误。
code-unable-to-parse-token-response = 无法读取服务的响应
code-unable-to-parse-token-response-remedy = 服务的响应与其定义不符。请告知维护该定义的人。
code-service-unreachable = 服务没有响应
code-service-unreachable-remedy = 请稍后重试。如果始终没有响应，请检查地址，以及此服务器是否可以访问该地址（CONNECT_UI_OUTBOUND_ALLOW）。
code-provider-config-err = 集成的客户端或应用缺失，或未被接受
code-provider-config-err-remedy = 请打开该集成，填写服务中显示的客户端 ID 和客户端密钥。
code-unknown-config-key = 提供方的定义缺失或不完整
code-unknown-config-key-remedy = 请重新添加定义（CONNECT_UI_PROVIDERS），或删除该集成。
code-auth-mode-err = 此集成无法以这种方式连接
code-auth-mode-err-remedy = 请使用与提供方登录方式相符的调用或页面。
code-url-param-err = 服务地址所需的值缺失或有误
code-url-param-err-remedy = 由用户在表单中填写，或由会话在 integrations_config_defaults 中预设。
code-foreign-installation = 用户无权查看返回的安装
code-foreign-installation-remedy = 用户需使用当初安装时的账号登录服务。
code-connection-test-failed = 服务未接受该集成的凭据
code-connection-test-failed-remedy = 请将集成的设置与服务中的设置进行核对。
code-unknown-connect-session-token = 连接会话不存在或已过期
code-unknown-connect-session-token-remedy = 由您的后端在即将使用前创建新会话。
code-integration-not-allowed = 该会话不允许使用此集成
code-integration-not-allowed-remedy = 请将其加入 allowed_integrations，或省略该项。
code-exchange-needs-connect-ui = 该会话的代码无法通过 SDK 的弹出窗口传递
code-exchange-needs-connect-ui-remedy = 请打开 Connect UI，而不是调用 nango.auth()；或省略 connect_ui.completion。
code-verification-required = 该会话要求验证身份，只能通过其托管链接完成
code-verification-required-remedy = 请将会话的 connect_link 发送给用户。
code-flow-expired = 用户未及时从服务返回
code-flow-expired-remedy = 用户可以重试。如果很多人没有返回，请查看服务向他们显示了什么。
code-cancelled = 用户已取消
code-cancelled-remedy = 无需处理。
code-session-ended = 会话在此期间已结束，或集成已被删除
code-session-ended-remedy = 由您的后端创建新会话。
code-connection-deleted = 原本要重新建立的连接已被删除
code-connection-deleted-remedy = 由您的后端为新连接创建会话。
code-not-stored = 数据库未能保存连接
code-not-stored-remedy = 由此服务器的运维人员查看日志和 /ready。
code-unknown-err = 未能建立连接
code-unknown-err-remedy = 此服务器的运维人员可在日志中找到原因。
code-not-verified = 邮件验证码不正确
code-not-verified-remedy = 用户需输入最新的验证码，或重新获取。
code-popup-blocked = 浏览器拦截了服务的窗口
code-popup-blocked-remedy = 用户需允许您的页面弹出窗口。请在点击时直接打开窗口，不要先等待其他操作。
code-popup-closed = 服务的窗口在完成前被关闭
code-popup-closed-remedy = 用户可以重试。
code-lookup-failed = 未能获取调用所需的某个值
code-lookup-failed-remedy = 您的后端读取该连接时会再次尝试。连接的错误信息中会说明是哪个值。
code-refresh-token-external-error = 未能更新凭据
code-refresh-token-external-error-remedy = 如果持续如此，说明服务已终止访问，用户需要重新连接。
code-refresh-interrupted = 凭据更新的结果未知
code-refresh-interrupted-remedy = 服务可能已更换令牌。如果下一次更新也失败，用户需要重新连接。
