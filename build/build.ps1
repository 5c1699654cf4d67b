# Make the Windows package on a Windows PC. Needed before: Python 3.11 (the py launcher) and NSIS 3.
#
#   powershell -ExecutionPolicy Bypass -File build\build.ps1
#       [-Out DIR]           where to put it (dist)
#       [-Fonts DIR]         a folder with Tinos-*.ttf and LICENSE.txt, to pack as the fallback font
#       [-Certificate PFX -PasswordFile FILE [-Timestamp URL]]   sign; needs signtool on the PATH
param(
    [string]$Out = "dist",
    [string]$Fonts = "",
    [string]$Certificate = "",
    [string]$PasswordFile = "",
    [string]$Timestamp = ""
)
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

$environment = "build-windows-venv"
$work = Join-Path $env:LOCALAPPDATA "so-phat-ngon-build"
$venv = Join-Path $work $environment
$python = Join-Path $venv "Scripts\python.exe"
if (-not (Test-Path $python)) { Invoke-Checked "py" @("-3.11", "-m", "venv", $venv) }
Invoke-Checked $python @("-m", "pip", "install", "--quiet", "--disable-pip-version-check",
    "--require-hashes", "--only-binary", ":all:", "--requirement", "build\requirements\package.txt")

$version = (Select-String -Path "app\__init__.py" -Pattern '__version__ = "(.+)"').Matches[0].Groups[1].Value
$epoch = (& git log -1 "--format=%ct")
if ($LASTEXITCODE -ne 0) { throw "git ended with $LASTEXITCODE" }
$env:PYTHONHASHSEED = "1"
$env:SOURCE_DATE_EPOCH = $epoch
$env:SO_PHAT_NGON_PACKAGE_FONTS = if ($Fonts) { (Resolve-Path $Fonts).Path } else { "" }
$packed = Join-Path $work "dist"
Invoke-Checked $python @("-B", "-m", "PyInstaller", "--noconfirm", "--clean", "--distpath", $packed,
    "--workpath", (Join-Path $work "pyinstaller"), "build\windows\so-phat-ngon.spec")

$finish = @("build\windows\finish.py", (Join-Path $packed "SoPhatNgon"), $Out, $version, $epoch)
if ($Certificate) {
    $finish += @("--certificate", $Certificate, "--password-file", $PasswordFile)
    if ($Timestamp) { $finish += @("--timestamp", $Timestamp) }
}
Invoke-Checked $python $finish

# The package tries itself on this PC.
$report = Join-Path $work "self-test.json"
Invoke-Checked (Join-Path $packed "SoPhatNgon\SoPhatNgon-cli.exe") @("self-test", $report)
