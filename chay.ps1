# What `make run` does, on Windows: make .venv, install, check, build, serve.
# In PowerShell:  powershell -ExecutionPolicy Bypass -File chay.ps1
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
$env:PYTHONUTF8 = '1'
Set-Location -LiteralPath $PSScriptRoot

function Stop-Here([string] $Message) {
    Write-Host $Message
    exit 1
}

function Invoke-OrStop([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        Stop-Here 'Chưa chạy được; xem dòng báo lỗi ở trên. Lỗi mạng thì nối mạng rồi chạy lại.'
    }
}

function Find-Python {
    $fits = 'import sys; sys.exit(sys.version_info < (3, 11))'
    foreach ($try in @('py', '-3.13'), @('py', '-3.12'), @('py', '-3.11'), @('python')) {
        if (-not (Get-Command $try[0] -ErrorAction SilentlyContinue)) { continue }
        $more = @($try | Select-Object -Skip 1) + @('-c', $fits)
        try { & $try[0] @more 2>$null | Out-Null } catch { continue }
        if ($LASTEXITCODE -eq 0) { return $try }
    }
}

$python = '.venv\Scripts\python.exe'
$lachan = '.venv\Scripts\lachan.exe'
$lock = 'requirements\run.txt'
$installed = '.venv\run.txt'

if (-not (Test-Path -LiteralPath $python)) {
    $found = @(Find-Python)
    if (-not $found) {
        Stop-Here @'
Máy chưa có Python 3.11 trở lên. Hãy tải "Windows installer (64-bit)" ở
https://www.python.org/downloads/windows/, lúc cài đánh dấu ô "Add python.exe to PATH",
rồi chạy lại chay.ps1.
'@
    }
    Invoke-OrStop $found[0] (@($found | Select-Object -Skip 1) + @('-m', 'venv', '.venv'))
}

$same = (Test-Path -LiteralPath $installed) -and
    ((Get-FileHash -LiteralPath $lock).Hash -eq (Get-FileHash -LiteralPath $installed).Hash)
if (-not $same) {
    Write-Host 'Đang cài đặt, lần đầu mất vài phút...'
    $pip = @('-m', 'pip', 'install', '--quiet', '--no-deps')
    Invoke-OrStop $python ($pip + @('--require-hashes', '-r', $lock))
    Invoke-OrStop $python ($pip + @('--no-build-isolation', '-e', '.'))
    Copy-Item -LiteralPath $lock -Destination $installed
}

Invoke-OrStop $lachan @('check')
Invoke-OrStop $lachan @('build')
Invoke-OrStop $lachan (@('serve') + $args)
